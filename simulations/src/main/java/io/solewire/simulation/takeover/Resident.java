package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.netty.channel.EventLoop;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.judge.Takeover;
import io.solewire.simulation.gatling.VirtualUser;
import io.solewire.wire.Call;
import java.util.ArrayList;
import java.util.List;
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
  private final int index;
  private final Role role;
  private final EventLoop loop;
  private final VirtualUser virtual;
  private final Rows rows;
  private final String user;
  private final Call call;
  private final List<Attempt> attempts = new ArrayList<>();
  private Runnable populated;
  private int conns;
  private int next;
  private boolean living;
  private boolean quiet;
  private boolean gone;

  Resident(Load load, int index, Role role, VirtualUser virtual) {
    this.load = load;
    this.index = index;
    this.role = role;
    this.loop = virtual.loop();
    this.virtual = virtual;
    this.rows = new Rows(load, virtual);
    this.user = load.users().next();
    this.call = Call.of(load.profile(), load.users().variables(user), UnaryOperator.identity());
  }

  String user() {
    return user;
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
    begin(new Attempt.Coming(-1, load.clock().nanos(), role, false));
  }

  /** The plan has begun. */
  void live() {
    living = true;
    if (role == Role.CANARY) {
      next = Integer.MAX_VALUE;
      askCanary();
      settle();
    } else {
      awaitNewcomer();
    }
  }

  private void askCanary() {
    if (!gone) {
      attempts.forEach(Attempt::probe);
      loop.schedule(this::askCanary, CANARY_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  private void awaitNewcomer() {
    if (next >= load.schedule().count(index) || load.life().isOver()) {
      next = Integer.MAX_VALUE;
      settle();
      return;
    }
    long wait = due() - load.clock().nanos();
    if (wait > 0) {
      loop.schedule(this::newcomer, wait, TimeUnit.NANOSECONDS);
    } else {
      loop.execute(this::newcomer);
    }
  }

  private long due() {
    return load.due(load.schedule().newcomer(index, next));
  }

  private void newcomer() {
    if (load.life().isOver()) {
      awaitNewcomer();
    } else if (load.room().isFree()) {
      int number = load.schedule().newcomer(index, next);
      long due = load.due(number);
      next++;
      load.health().started(load.clock().nanos() - due, number >= load.plan().warmups());
      begin(new Attempt.Coming(number, due, role, load.looksClosely(number)));
      awaitNewcomer();
    } else {
      loop.schedule(this::newcomer, Load.NO_ROOM_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  private void begin(Attempt.Coming coming) {
    Attempt attempt = new Attempt(this, load, "c" + ++conns, coming);
    attempts.add(attempt);
    attempt.begin();
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
    if (old.successor() != null) {
      takenOver(old);
    } else if (attempts.stream().noneMatch(a -> mayHaveCaused(a, old))) {
      rows.unprovoked(old);
    }
  }

  private void takenOver(Attempt old) {
    rows.evicted(old);
    load.health().evicted();
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
    if (attempts.stream().allMatch(Attempt::isDecided)) {
      List<Attempt> over =
          attempts.stream()
              .filter(Attempt::isClosed)
              .filter(a -> a.successor() == null || !a.successor().awaitsAnswer())
              .toList();
      attempts.removeAll(over);
      over.forEach(Attempt::abandoned);
    }
    if (living && !quiet && isQuiet()) {
      quiet = true;
      load.crowd().quiet();
    }
  }

  private boolean isQuiet() {
    return next == Integer.MAX_VALUE
        && attempts.stream().allMatch(a -> a.isDecided() && !a.isTold() && a.successor() == null);
  }

  /** The load is over. */
  void leave() {
    quiet = true;
    gone = true;
    next = Integer.MAX_VALUE;
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
