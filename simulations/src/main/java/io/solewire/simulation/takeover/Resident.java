package io.solewire.simulation.takeover;

import io.netty.channel.EventLoop;
import io.solewire.history.Role;
import io.solewire.history.UserTraces;
import io.solewire.judge.Faults;
import io.solewire.judge.Takeover;
import io.solewire.load.Workload;
import io.solewire.profile.Variables;
import io.solewire.simulation.gatling.VirtualUser;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One user of the population: holds its connection, and takes over from itself when the plan says
 * so. Not thread-safe: everything happens on its event loop. An open model: a newcomer comes at its
 * instant, whatever became of the one before.
 */
final class Resident {

  private final Load load;
  private final Role role;
  private final VirtualUser virtual;
  private final String user;
  private final Nodes nodes;
  private final Turns turns;
  private Attempts attempts = Attempts.NONE;
  private Meeting meeting;
  private Mail mail;
  private Parting parting;
  private Runnable populated;
  private int conns;
  private volatile boolean living;
  private boolean quiet;
  private boolean gone;

  Resident(Load load, int index, Role role, VirtualUser virtual) {
    this.load = load;
    this.role = role;
    this.virtual = virtual;
    this.user = load.users().next();
    this.turns = new Turns(load, this, index);
    this.nodes = new Nodes(load.profile(), load.users().variables(user), index);
  }

  Load load() {
    return load;
  }

  String user() {
    return user;
  }

  Role role() {
    return role;
  }

  /** What its templates know. */
  Variables variables() {
    return nodes.user();
  }

  EventLoop loop() {
    return virtual.loop();
  }

  private Rows rows() {
    return new Rows(load, virtual);
  }

  /** What is on its way to it; of most users nothing ever is. */
  Mail mail() {
    mail = mail == null ? new Mail(load, loop()) : mail;
    return mail;
  }

  /** How it goes away on its own, which most users never do. */
  Parting parting() {
    parting = parting == null ? new Parting(load, this) : parting;
    return parting;
  }

  /** Connects for the first time. */
  void populate(Coming coming, Runnable then) {
    populated = then;
    begin(coming);
  }

  /** The plan has begun. */
  void live() {
    living = true;
    if (role == Role.CANARY) {
      turns.end();
      if (load.plan().workload() == Workload.DUEL) {
        attempts.stream().forEach(a -> a.mark(Faults.DUEL));
      }
      new Asking(load, this).everySecond();
      settle();
    } else {
      turns.await();
    }
  }

  void begin(Coming coming) {
    Attempt attempt = new Attempt(this, ConnNames.of(++conns), coming);
    attempts = attempts.with(attempt);
    attempt.begin(nodes.of(conns));
  }

  /** How many connections it has begun so far. */
  int conns() {
    return conns;
  }

  Attempts attempts() {
    return attempts;
  }

  /** Is sent a message, if it is there to read it. */
  void write() {
    if (isReachable() && !isParting() && attempts.any(Attempt::isAlive)) {
      load.post().publish(this);
    }
  }

  /** The server has said whether it takes a message for it. */
  void taken(String id, long t) {
    mail().taken(id, t);
    loop().schedule(this::settle, Mail.OVERDUE_NANOS, TimeUnit.NANOSECONDS);
    settle();
  }

  void admitted(Attempt newcomer) {
    load.life().alive();
    rows().connected(newcomer);
    UserTraces all = new UserTraces(user, attempts.traces(), List.of(), load.clock().nanos());
    for (Takeover takeover : Takeover.of(load.profile(), all)) {
      if (takeover.newcomer() == newcomer.trace()) {
        Attempt old = attempts.of(takeover.incumbent());
        old.supersededBy(newcomer);
        if (old.isTold()) {
          takenOver(old);
        }
      }
    }
    populatedNow();
    if (attempts.all().size() > 1) {
      meeting = meeting == null ? new Meeting(load, this) : meeting;
      meeting.look();
    }
    if (!isReachable()) {
      newcomer.probe();
    }
    askSurvivor();
    settle();
  }

  void failed(Attempt newcomer) {
    rows().failed(newcomer);
    populatedNow();
    settle();
  }

  private void populatedNow() {
    if (populated != null) {
      Runnable then = populated;
      populated = null;
      then.run();
    }
  }

  /** The server has told a connection that it is over. */
  void told(Attempt old) {
    turns.evicted(old.trace().evicted());
    if (old.successor() != null) {
      takenOver(old);
    } else if (!attempts.mayHaveEnded(old)) {
      rows().unprovoked(old);
    }
    askSurvivor();
  }

  private void askSurvivor() {
    attempts
        .alone()
        .filter(a -> a.coming().racing() && a.coming().closely())
        .ifPresent(Attempt::probe);
  }

  private void takenOver(Attempt old) {
    rows().evicted(old);
    if (old.successor().coming().closely()) {
      old.successor().probe();
    }
  }

  /** It was not told within the deadline, and is let go of. */
  void left(Attempt old) {
    rows().notEvicted(old);
  }

  /** Says the last of connections that are over, once nobody can be their successor any more. */
  void settle() {
    if (attempts.areDecided() && !isHandingOver()) {
      List<Attempt> over =
          attempts.stream().filter(Attempt::isClosed).filter(a -> !isAsked(a)).toList();
      attempts = over.isEmpty() ? attempts : attempts.without(over);
      over.forEach(Attempt::abandoned);
    }
    if (living && !quiet && isQuiet()) {
      quiet = true;
      load.crowd().quiet();
    }
  }

  /** Whoever took over from it, or met it, still owes an answer; or an older one is still to go. */
  private boolean isAsked(Attempt over) {
    if (over.isLeaving() && attempts.any(a -> parting().awaits(a, over))) {
      return true;
    }
    return over.successor() != null
        ? over.successor().awaitsAnswer()
        : over.coming().racing() && attempts.any(Attempt::awaitsAnswer);
  }

  private boolean isQuiet() {
    return turns.areOver()
        && !(meeting != null && meeting.isWaiting())
        && !isParting()
        && !isOwed()
        && attempts.stream().allMatch(Resident::stays);
  }

  private boolean isReachable() {
    return mail == null || mail.isReachable();
  }

  private boolean isHandingOver() {
    return mail != null && mail.isHandingOver();
  }

  /** True while a message may still come. */
  boolean isOwed() {
    return mail != null && mail.isOut();
  }

  private boolean isParting() {
    return parting != null && parting.isAwaited();
  }

  /** Something was read on one of its connections. */
  void read(String text) {
    if (mail != null) {
      mail.read(text);
    }
  }

  /** It has answered: the server knows it. */
  void answered() {
    if (mail != null) {
      mail.reached();
    }
    settle();
  }

  private static boolean stays(Attempt a) {
    return a.isDecided() && !a.isTold() && !a.isLeaving() && a.successor() == null;
  }

  /** True if it is asked for a sign of life before it leaves. */
  boolean isHeld() {
    return load.plan().workload() == Workload.HOLD && role == Role.SUBJECT && living;
  }

  boolean isGone() {
    return gone;
  }

  /** The load is over. */
  void leave() {
    quiet = true;
    gone = true;
    turns.end();
    List<Attempt> all = attempts.all();
    attempts = Attempts.NONE;
    all.forEach(Attempt::leave);
    all.forEach(Attempt::abandoned);
    if (living) {
      virtual.next();
    }
  }
}
