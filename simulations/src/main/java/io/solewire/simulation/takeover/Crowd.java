package io.solewire.simulation.takeover;

import io.netty.channel.EventLoop;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.simulation.gatling.VirtualUser;
import io.solewire.simulation.metrics.LoadPhase;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All users of a load, and the two moments at which they wait for each other: before the plan,
 * until everybody has connected, and after it, until nobody has anything to do any more.
 * Thread-safe.
 */
final class Crowd {

  /** Between two that are asked at the end: 5,000 a second. */
  private static final long ASKING_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final Load load;
  private final Queue<Resident> residents = new ConcurrentLinkedQueue<>();
  private final Queue<Resident> outside = new ConcurrentLinkedQueue<>();
  private final AtomicInteger onTheirWay = new AtomicInteger();

  /**
   * So many are on their way in at a time. Who waited would come sooner after others than a
   * profile's limit on connects a second allows, so with one nobody waits; nor does anybody once
   * the server has let somebody stand outside all the same.
   */
  private volatile int most;

  private final AtomicInteger populating;
  private final AtomicInteger noisy;
  private final Map<Role, Coming> first = new EnumMap<>(Role.class);
  private final AtomicBoolean looked = new AtomicBoolean();
  private volatile VirtualUser anybody;

  Crowd(Load load) {
    this.load = load;
    boolean limited = load.profile().limits().connectsPerSecond().isPresent();
    this.most = limited ? Integer.MAX_VALUE : LoadTime.ON_THEIR_WAY;
    this.populating = new AtomicInteger(load.population());
    this.noisy = new AtomicInteger(load.population());
    for (Role role : Role.values()) {
      first.put(role, Coming.unplanned(role, load.parts().markOfPopulation(role)));
    }
  }

  /**
   * What a virtual user does from its first connect to its last.
   *
   * @param index from 0, in this load
   */
  void live(VirtualUser virtual, int index) {
    anybody = virtual;
    Role role = index < load.plan().users() ? Role.SUBJECT : Role.CANARY;
    Resident resident = new Resident(load, index, role, virtual);
    residents.add(resident);
    outside.add(resident);
    letIn();
  }

  private void letIn() {
    while (!outside.isEmpty() && enter()) {
      Resident next = outside.poll();
      if (next == null) {
        onTheirWay.decrementAndGet();
      } else {
        Coming coming = first.get(next.role());
        next.loop().execute(() -> next.populate(coming, () -> came(next)));
      }
    }
  }

  private boolean enter() {
    int bound = most;
    return onTheirWay.getAndUpdate(n -> n < bound ? n + 1 : n) < bound;
  }

  /** One of the population has come, or could not. */
  private void came(Resident resident) {
    if (!resident.attempts().areIn()) {
      most = Integer.MAX_VALUE;
    }
    onTheirWay.decrementAndGet();
    if (populating.decrementAndGet() == 0) {
      everybodyCame();
    } else {
      letIn();
    }
  }

  /** Has one of the strangers do something on its event loop, if there is one. */
  void byStranger(Consumer<Attempt> what) {
    residents.stream()
        .filter(r -> r.role() == Role.CANARY)
        .findFirst()
        .ifPresent(
            r ->
                r.loop()
                    .execute(
                        () ->
                            r.attempts().stream()
                                .filter(Attempt::isAlive)
                                .findFirst()
                                .ifPresent(what)));
  }

  private void everybodyCame() {
    Life life = load.life();
    if (residents.stream().noneMatch(r -> r.attempts().areIn())
        && load.health().lastFailureIsTheirs()
        && !life.isInterrupted()) {
      life.shut("it let nobody in: " + load.health().firstFailure());
    }
    if (load.plan().workload() == Workload.HOLD) {
      System.gc(); // what is held moves to where the collections of the measured time do not look
    }
    load.assembly().ready(this::begin);
  }

  private void begin() {
    load.begin(load.clock().nanos() + Load.RUN_UP_NANOS);
    long warm = Load.RUN_UP_NANOS + TimeUnit.MILLISECONDS.toNanos(load.plan().warmupMs());
    Set<EventLoop> loops = residents.stream().map(Resident::loop).collect(Collectors.toSet());
    load.health().watch(loops, warm, Load.RUN_UP_NANOS + load.plan().length() - warm);
    residents.forEach(resident -> resident.loop().execute(resident::live));
    long bound = Load.RUN_UP_NANOS + load.plan().length() + load.settleWithin().toNanos();
    anybody.loop().schedule(this::lastLook, bound, TimeUnit.NANOSECONDS);
  }

  /** A user has nothing more to do, and still holds its connection. */
  void quiet() {
    if (noisy.decrementAndGet() == 0) {
      lastLook();
    }
  }

  /** Looks whether the target is still there: whoever lost it saw ends that accuse nobody. */
  private void lastLook() {
    if (!looked.compareAndSet(false, true)) {
      return;
    }
    if (load.life().lost().isPresent()) {
      everybodyLeaves();
      return;
    }
    orEverybodyLeaves(
        () -> {
          Resident look = new Resident(load, load.population(), Role.CANARY, anybody);
          residents.add(look);
          look.loop()
              .execute(
                  () ->
                      orEverybodyLeaves(
                          () -> look.populate(first.get(Role.CANARY), () -> looked(look))));
        });
  }

  /** A look that fails is no reason to hold on to everybody else: the load would never end. */
  private void orEverybodyLeaves(Runnable lookingOn) {
    try {
      lookingOn.run();
    } catch (RuntimeException e) {
      load.health().doubt("the harness failed: " + e);
      everybodyLeaves();
    }
  }

  private void looked(Resident look) {
    if (look.attempts().areUnreachable() && load.health().lastFailureIsTheirs()) {
      load.life().lose(load.health().lastFailure());
    }
    everybodyLeaves();
  }

  private void everybodyLeaves() {
    long at = 0;
    for (Resident r = residents.poll(); r != null; r = residents.poll()) {
      Resident resident = r;
      if (resident.isHeld()) {
        Asking asking = new Asking(load, resident);
        resident.loop().schedule(asking::atTheEnd, at, TimeUnit.NANOSECONDS);
        at += ASKING_NANOS;
      } else {
        resident.loop().execute(resident::leave);
      }
    }
  }

  /** What is going on. */
  LoadPhase stage() {
    long t0 = load.life().origin();
    long at = t0 == Trace.NEVER ? -1 : load.clock().nanos() - t0;
    if (at < 0) {
      return LoadPhase.POPULATING;
    }
    if (at > load.plan().length()) {
      return LoadPhase.SETTLING;
    }
    boolean measured = load.plan().phase(at).equals(LoadPlan.MEASURED);
    return measured ? LoadPhase.MEASURING : LoadPhase.WARM_UP;
  }

  /** What is going on, in a few words. */
  String phase() {
    long t0 = load.life().origin();
    if (t0 == Trace.NEVER) {
      return "population of " + load.population() + ", " + populating.get() + " still to come";
    }
    long at = Math.max(0, load.clock().nanos() - t0);
    if (at > load.plan().length()) {
      return "waiting for the last evictions of " + Math.max(0, noisy.get()) + " users";
    }
    long warmup = load.plan().warmupMs() / 1000;
    long second = TimeUnit.NANOSECONDS.toSeconds(at);
    String where =
        second < warmup
            ? "warm-up " + second + " of " + warmup + " s"
            : "measuring " + (second - warmup) + " of " + load.plan().durationMs() / 1000 + " s";
    return where
        + ", "
        + (TimeUnit.NANOSECONDS.toSeconds(load.plan().length() - at) + 1)
        + " s left";
  }
}
