package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.netty.channel.EventLoop;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.judge.Faults;
import io.solewire.judge.Takeover;
import io.solewire.load.Workload;
import io.solewire.profile.Variables;
import io.solewire.simulation.gatling.VirtualUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One user of the population: holds its connection, and takes over from itself when the plan says
 * so. Not thread-safe: everything happens on its event loop. An open model: a newcomer comes at its
 * instant, whatever became of the one before.
 */
final class Resident {

  private final Load load;
  private final Role role;
  private final EventLoop loop;
  private final VirtualUser virtual;
  private final Rows rows;
  private final String user;
  private final Nodes nodes;
  private final List<Attempt> attempts = new ArrayList<>(2);
  private final Turns turns;
  private final Meeting meeting;
  private final Mail mail;
  private final Parting parting;
  private Runnable populated;
  private int conns;
  private volatile boolean living;
  private boolean quiet;
  private boolean gone;

  Resident(Load load, int index, Role role, VirtualUser virtual) {
    this.load = load;
    this.role = role;
    this.loop = virtual.loop();
    this.virtual = virtual;
    this.rows = new Rows(load, virtual);
    this.user = load.users().next();
    this.turns = new Turns(load, this, index);
    this.meeting = new Meeting(load, this);
    this.mail = new Mail(load, loop);
    this.parting = new Parting(load, this);
    this.nodes = new Nodes(load.profile(), load.users().variables(user), index);
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
    return loop;
  }

  Mail mail() {
    return mail;
  }

  Parting parting() {
    return parting;
  }

  /** Connects for the first time. */
  void populate(Runnable then) {
    populated = then;
    begin(Coming.unplanned(load.clock().nanos(), role, load.parts().markOfPopulation(role)));
  }

  /** The plan has begun. */
  void live() {
    living = true;
    if (role == Role.CANARY) {
      turns.end();
      if (load.plan().workload() == Workload.DUEL) {
        attempts.forEach(a -> a.mark(Faults.DUEL));
      }
      new Asking(load, this).everySecond();
      settle();
    } else {
      turns.await();
    }
  }

  void begin(Coming coming) {
    Attempt attempt = new Attempt(this, load, ConnNames.of(++conns), coming);
    attempts.add(attempt);
    attempt.begin(nodes.of(conns));
  }

  /** How many connections it has begun so far. */
  int conns() {
    return conns;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  /** Is sent a message, if it is there to read it. */
  void write() {
    if (mail.isReachable()
        && !parting.isAwaited()
        && attempts.stream().anyMatch(Attempt::isAlive)) {
      load.post().publish(this);
    }
  }

  /** The server has said whether it takes a message for it. */
  void taken(String id, long t) {
    mail.taken(id, t);
    loop.schedule(this::settle, Mail.OVERDUE_NANOS, TimeUnit.NANOSECONDS);
    settle();
  }

  /** Its connection, if no other is on its way. */
  Optional<Attempt> alone() {
    return attempts.stream().allMatch(Attempt::isDecided)
        ? attempts.stream()
            .filter(a -> a.isAlive() && a.successor() == null)
            .reduce((first, second) -> second)
        : Optional.empty();
  }

  void admitted(Attempt newcomer) {
    load.life().alive();
    rows.connected(newcomer);
    UserTraces all = new UserTraces(user, traces(), List.of(), load.clock().nanos());
    for (Takeover takeover : Takeover.of(load.profile(), all)) {
      if (takeover.newcomer() == newcomer.trace()) {
        Attempt old = of(takeover.incumbent());
        old.supersededBy(newcomer);
        if (old.isTold()) {
          takenOver(old);
        }
      }
    }
    populatedNow();
    meeting.look();
    if (!mail.isReachable()) {
      newcomer.probe();
    }
    askSurvivor();
    settle();
  }

  void failed(Attempt newcomer) {
    rows.failed(newcomer);
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
    } else if (attempts.stream().noneMatch(a -> mayHaveCaused(a, old))) {
      rows.unprovoked(old);
    }
    askSurvivor();
  }

  private void askSurvivor() {
    if (attempts.stream().allMatch(Attempt::isDecided)) {
      alone().filter(a -> a.coming().racing() && a.coming().closely()).ifPresent(Attempt::probe);
    }
  }

  private void takenOver(Attempt old) {
    rows.evicted(old);
    if (old.successor().coming().closely()) {
      old.successor().probe();
    }
  }

  private static boolean mayHaveCaused(Attempt other, Attempt old) {
    return other != old
        && other.trace().requested() < old.trace().evicted()
        && !old.trace().isAfter(other.trace());
  }

  /** It was not told within the deadline, and is let go of. */
  void left(Attempt old) {
    rows.notEvicted(old);
  }

  /** True while a newcomer of the sample is on its way in. */
  boolean isTakenOverClosely() {
    return attempts.stream().anyMatch(a -> !a.isDecided() && a.coming().closely());
  }

  /** Says the last of connections that are over, once nobody can be their successor any more. */
  void settle() {
    if (attempts.stream().allMatch(Attempt::isDecided) && !mail.isHandingOver()) {
      List<Attempt> over =
          attempts.stream().filter(Attempt::isClosed).filter(a -> !isAsked(a)).toList();
      attempts.removeAll(over);
      over.forEach(Attempt::abandoned);
    }
    if (living && !quiet && isQuiet()) {
      quiet = true;
      load.crowd().quiet();
    }
  }

  /** Whoever took over from it, or met it, still owes an answer; or an older one is still to go. */
  private boolean isAsked(Attempt over) {
    if (over.isLeaving() && attempts.stream().anyMatch(a -> parting.awaits(a, over))) {
      return true;
    }
    return over.successor() != null
        ? over.successor().awaitsAnswer()
        : over.coming().racing() && attempts.stream().anyMatch(Attempt::awaitsAnswer);
  }

  private boolean isQuiet() {
    return turns.areOver()
        && !meeting.isWaiting()
        && !parting.isAwaited()
        && !mail.isOut()
        && attempts.stream().allMatch(Resident::stays);
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
    List<Attempt> all = List.copyOf(attempts);
    attempts.clear();
    all.forEach(Attempt::leave);
    all.forEach(Attempt::abandoned);
    if (living) {
      virtual.next();
    }
  }

  private List<Trace> traces() {
    return attempts.stream().map(Attempt::trace).toList();
  }

  private Attempt of(Trace trace) {
    return attempts.stream().filter(a -> a.trace() == trace).findFirst().orElseThrow();
  }

  /** True if no TCP connection came about. */
  boolean isUnreachable() {
    return attempts.stream().anyMatch(a -> a.trace().tcpFailed() != NEVER);
  }

  /** True if it got in when the population was made. */
  boolean isIn() {
    return attempts.stream().anyMatch(a -> a.trace().admitted() != NEVER);
  }
}
