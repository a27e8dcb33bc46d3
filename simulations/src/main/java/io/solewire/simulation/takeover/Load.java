package io.solewire.simulation.takeover;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.EventLog;
import io.solewire.history.Header;
import io.solewire.history.HistoryException;
import io.solewire.history.Redactor;
import io.solewire.history.Role;
import io.solewire.history.RunClock;
import io.solewire.load.LoadJudge;
import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.record.Users;
import io.solewire.simulation.client.Dialer;
import io.solewire.simulation.gatling.VirtualUser;
import io.solewire.wire.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * One takeover load: what its users share, and the two moments at which they wait for each other,
 * before the plan and after it. Thread-safe.
 */
final class Load {

  /** The name of a load in its history. */
  static final String SEGMENT = "load." + LoadSettings.TAKEOVER;

  /** Waited beyond a deadline, so that having missed it can be seen. */
  static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** How long an answer to a probe is waited for; the judges ask for a little less. */
  static final long PROBE_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2_500);

  /** How long an incumbent that was not evicted in time may take to answer its last probe. */
  static final long LAST_PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** How soon a newcomer that found no room tries again. */
  static final long NO_ROOM_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final long RUN_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** So many takeovers a second are looked at more closely. */
  private static final double SAMPLES_PER_SECOND = 50;

  private final Profile profile;
  private final LoadPlan plan;
  private final RunClock clock = RunClock.start();
  private final long epochAtStart = System.currentTimeMillis();
  private final Users users;
  private final Schedule schedule;
  private final Dialer dialer;
  private final Health health = new Health();
  private final Life life;
  private final Room room;
  private final Scribe scribe;
  private final LoadJudge judge;
  private final Queue<Resident> residents = new ConcurrentLinkedQueue<>();
  private final Queue<VirtualUser> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger populating;
  private final AtomicInteger noisy;
  private final AtomicBoolean looked = new AtomicBoolean();
  private volatile VirtualUser anybody;
  private final CountDownLatch concluded = new CountDownLatch(1);

  Load(LoadRequest request) throws IOException, HistoryException {
    this.profile = request.profile();
    this.plan = request.plan();
    this.users = new Users(profile, Long.toString(epochAtStart, 36));
    this.schedule = new Schedule(plan, request.seed());
    this.life = new Life(clock, plan);
    this.dialer =
        new Dialer(Call.of(profile, users.variables("0"), UnaryOperator.identity()).target());
    int descriptors = (int) Math.min(Integer.MAX_VALUE, Health.descriptors());
    int most = descriptors - LoadSettings.OTHER_DESCRIPTORS;
    this.room = new Room(Math.min(most, profile.limits().connections().orElse(most)));
    this.judge =
        new LoadJudge(
            profile, plan, new LoadJudge.Context(SEGMENT, request.seed(), request.replay()));
    this.scribe = new Scribe(log(request), judge, clock);
    this.populating = new AtomicInteger(population());
    this.noisy = new AtomicInteger(population());
  }

  private EventLog log(LoadRequest request) throws HistoryException {
    Header header =
        new Header(
            Header.FORMAT,
            profile.rules(),
            request.seed(),
            profile.name(),
            profile.endpoint().url().toString(),
            profile.digest(),
            profile.document(),
            plan.toJson());
    Path folder = request.out();
    return EventLog.begin(folder, header, new Redactor(profile.secrets().values()));
  }

  /** Number of virtual users: the population and the strangers. */
  int population() {
    return plan.users() + LoadSettings.CANARIES;
  }

  /** What a virtual user does from its first connect to its last. */
  void live(VirtualUser virtual) {
    int index = (int) (virtual.number() - 1);
    Role role = index < plan.users() ? Role.SUBJECT : Role.CANARY;
    Resident resident = new Resident(this, index, role, virtual);
    residents.add(resident);
    waiting.add(virtual);
    resident.populate(
        () -> {
          if (populating.decrementAndGet() == 0) {
            everybodyCame();
          }
        });
  }

  private void everybodyCame() {
    if (residents.stream().noneMatch(Resident::isIn) && !life.isInterrupted()) {
      life.shut("it let nobody in: " + health.firstFailure());
    }
    long t0 = clock.nanos() + RUN_UP_NANOS;
    life.begin(t0);
    scribe.take(
        new Event(t0, SEGMENT, "", "", EventKind.CASE_BEGIN, Detail.note(plan.simulation())));
    VirtualUser any = waiting.element();
    anybody = any;
    any.loop()
        .schedule(health::begin, RUN_UP_NANOS + plan.warmupMs() * 1_000_000, TimeUnit.NANOSECONDS);
    residents.forEach(
        resident -> {
          VirtualUser virtual = waiting.remove();
          resident.loop().execute(() -> resident.live(virtual::next));
        });
    long bound = RUN_UP_NANOS + plan.length() + settleWithin().toNanos();
    any.loop().schedule(this::lastLook, bound, TimeUnit.NANOSECONDS);
  }

  /** After the last newcomer: its admission, the eviction of its incumbent, and the release. */
  private Duration settleWithin() {
    return profile.evicted().forceWithSlack().multipliedBy(3).plusSeconds(10);
  }

  /** How long it takes at most, once its users come. */
  Duration atMost() {
    return Duration.ofNanos(patienceNanos() + RUN_UP_NANOS + plan.length()).plus(settleWithin());
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
    if (life.lost().isPresent()) {
      everybodyLeaves();
      return;
    }
    Resident look = new Resident(this, population(), Role.CANARY, anybody);
    residents.add(look);
    look.loop()
        .execute(
            () ->
                look.populate(
                    () -> {
                      if (!look.isIn() && look.isUnreachable()) {
                        life.lose(health.lastFailure());
                      }
                      everybodyLeaves();
                    }));
  }

  private void everybodyLeaves() {
    for (Resident r = residents.poll(); r != null; r = residents.poll()) {
      Resident resident = r;
      resident.loop().execute(resident::leave);
    }
  }

  /** Newcomers stop coming, and what is under way is waited for. */
  void interrupt() {
    life.interrupt();
  }

  /** Everything is written; whoever waits for it may go on. */
  void concluded() {
    concluded.countDown();
  }

  boolean awaitConclusion(Duration bound) throws InterruptedException {
    return concluded.await(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is going on, in a few words. */
  String phase() {
    long t0 = life.origin();
    if (t0 == Long.MAX_VALUE) {
      return "population of " + population() + ", " + populating.get() + " still to come";
    }
    long at = Math.max(0, clock.nanos() - t0);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(at);
    if (at > plan.length()) {
      return "waiting for the last evictions of " + noisy.get() + " users";
    }
    return at < plan.warmupMs() * 1_000_000
        ? "warm-up " + seconds + " of " + plan.warmupMs() / 1000 + " s"
        : "measuring "
            + (seconds - plan.warmupMs() / 1000)
            + " of "
            + plan.durationMs() / 1000
            + " s";
  }

  /** True if our side ends connections by RST: each FIN stays in a table of the kernel's. */
  boolean closesByReset() {
    return dialer.isLoopback();
  }

  /** True if the takeover by this newcomer is of the sample. */
  boolean looksClosely(long number) {
    long every = Math.max(1, Math.round(plan.rate() / SAMPLES_PER_SECOND));
    return !closesByReset() || number % every == 0;
  }

  /** How long a connect may take. */
  long patienceNanos() {
    return profile.evicted().forceWithSlack().plusSeconds(1).toNanos();
  }

  long due(long newcomer) {
    return life.origin() + plan.due(newcomer);
  }

  long epochMillis(long t) {
    return epochAtStart + TimeUnit.NANOSECONDS.toMillis(t);
  }

  Profile profile() {
    return profile;
  }

  LoadPlan plan() {
    return plan;
  }

  RunClock clock() {
    return clock;
  }

  Users users() {
    return users;
  }

  Schedule schedule() {
    return schedule;
  }

  Dialer dialer() {
    return dialer;
  }

  Health health() {
    return health;
  }

  Life life() {
    return life;
  }

  Room room() {
    return room;
  }

  Scribe scribe() {
    return scribe;
  }

  LoadJudge judge() {
    return judge;
  }
}
