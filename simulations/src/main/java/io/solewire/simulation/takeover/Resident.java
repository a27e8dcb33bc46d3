package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.netty.channel.EventLoop;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.judge.Takeover;
import io.solewire.load.Workload;
import io.solewire.simulation.gatling.VirtualUser;
import io.solewire.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * One user of the population: holds its connection, and takes over from itself when the plan says
 * so. Not thread-safe: everything happens on its event loop. An open model: a newcomer comes at its
 * instant, whatever became of the one before.
 */
final class Resident {

  private static final long CANARY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Load load;
  private final Role role;
  private final EventLoop loop;
  private final VirtualUser virtual;
  private final Rows rows;
  private final String user;
  private final Call call;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Turns turns;
  private final Meeting meeting;
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
    this.call = Call.of(load.profile(), load.users().variables(user), UnaryOperator.identity());
  }

  String user() {
    return user;
  }

  Role role() {
    return role;
  }

  Call call() {
    return call;
  }

  EventLoop loop() {
    return loop;
  }

  /** Connects for the first time. */
  void populate(Runnable then) {
    populated = then;
    begin(Coming.unplanned(load.clock().nanos(), role));
  }

  /** The plan has begun. */
  void live() {
    living = true;
    if (role == Role.CANARY) {
      turns.end();
      askCanary();
      settle();
    } else {
      turns.await();
    }
  }

  private void askCanary() {
    if (!gone) {
      attempts.forEach(Attempt::probe);
      loop.schedule(this::askCanary, CANARY_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  void begin(Coming coming) {
    Attempt attempt = new Attempt(this, load, "c" + ++conns, coming);
    attempts.add(attempt);
    attempt.begin();
  }

  /** How many connections it has begun so far. */
  int conns() {
    return conns;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  /** Leaves in order, if it is there. */
  void goodbye() {
    alone().ifPresent(this::goodbye);
  }

  private void goodbye(Attempt one) {
    one.goodbye();
    settleLater();
  }

  /** By then nobody waits any more for the end of one that was there before. */
  private void settleLater() {
    loop.schedule(this::settle, load.patienceNanos() + Load.MARGIN_NANOS, TimeUnit.NANOSECONDS);
  }

  /** Is gone without a word, if it is there. */
  void crash() {
    alone().ifPresent(this::crash);
  }

  private void crash(Attempt one) {
    one.crash();
    settleLater();
  }

  /** Its connection, if no other is on its way. */
  private Optional<Attempt> alone() {
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

  /** It may yet be told that it is over because of one that came later and has left since. */
  private boolean awaits(Attempt older, Attempt left) {
    return older.trace().requested() < left.trace().requested()
        && load.clock().nanos() < left.trace().requested() + load.patienceNanos();
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
    if (attempts.stream().allMatch(Attempt::isDecided)) {
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
    if (over.isLeaving() && attempts.stream().anyMatch(a -> a.isAlive() && awaits(a, over))) {
      return true;
    }
    return over.successor() != null
        ? over.successor().awaitsAnswer()
        : over.coming().racing() && attempts.stream().anyMatch(Attempt::awaitsAnswer);
  }

  private boolean isQuiet() {
    return turns.areOver() && !meeting.isWaiting() && attempts.stream().allMatch(Resident::stays);
  }

  private static boolean stays(Attempt a) {
    return a.isDecided() && !a.isTold() && !a.isLeaving() && a.successor() == null;
  }

  /** True if it is asked for a sign of life before it leaves. */
  boolean isHeld() {
    return load.plan().workload() == Workload.HOLD && role == Role.SUBJECT && living;
  }

  /** The load is over, and whoever is still there is asked. */
  void askAndLeave() {
    attempts.stream().filter(Attempt::isAlive).forEach(Attempt::askAtTheEnd);
    loop.schedule(this::leave, Load.PROBE_PATIENCE_NANOS, TimeUnit.NANOSECONDS);
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
