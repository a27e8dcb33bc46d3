package io.solewire.simulation.takeover;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.EventLog;
import io.solewire.history.Header;
import io.solewire.history.HistoryException;
import io.solewire.history.Redactor;
import io.solewire.history.RunClock;
import io.solewire.load.HeldOnes;
import io.solewire.load.LoadJudge;
import io.solewire.load.LoadPlan;
import io.solewire.load.ServerMemory;
import io.solewire.load.Workload;
import io.solewire.load.arrival.Arrivals;
import io.solewire.load.arrival.Rounds.Side;
import io.solewire.machine.Sleeper;
import io.solewire.profile.Profile;
import io.solewire.record.Users;
import io.solewire.result.Sleeps;
import io.solewire.simulation.client.Dialer;
import io.solewire.simulation.metrics.LoadSources;
import io.solewire.simulation.watch.Held;
import io.solewire.simulation.watch.Machine;
import io.solewire.simulation.watch.ServerProcess;
import io.solewire.simulation.watch.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One takeover load: what its users share. Thread-safe. */
final class Load {

  /** Waited beyond a deadline, so that having missed it can be seen. */
  static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** How long an answer to a probe is waited for; the judges ask for a little less. */
  static final long PROBE_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(HeldOnes.PATIENCE_MILLIS);

  /** How long an incumbent that was not evicted in time may take to answer its last probe. */
  static final long LAST_PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Between the last of the population and the first newcomer. */
  static final long RUN_UP_NANOS = LoadTime.RUN_UP.toNanos();

  /** Of a hundred users in a row it meets each once. */
  private static final long SPREAD = 37;

  private final Profile profile;
  private final LoadPlan plan;
  private final Path out;
  private final RunClock clock = RunClock.start();
  private final long epochAtStart = System.currentTimeMillis();
  private final Users users;
  private final String segment;
  private final Schedule schedule;
  private final Arrivals arrivals;
  private final Sample sample;
  private final Assembly assembly;
  private final Post post;
  private final Dialer dialer;
  private final Health health;
  private final Life life;
  private final Room room;
  private final Scribe scribe;
  private final LoadJudge judge;
  private final Sleeper sleeper;
  private final ServerProcess server;
  private final Sleeps sleeps = new Sleeps();
  private final Crowd crowd;
  private final CountDownLatch concluded = new CountDownLatch(1);

  Load(LoadRequest request, Assembly assembly) throws IOException, HistoryException {
    this.profile = request.profile();
    this.plan = request.plan();
    this.out = request.out();
    this.segment = "load." + plan.simulation();
    String other = isReference() ? "r" : ""; // both may be one server
    this.users = new Users(profile, Long.toString(epochAtStart, 36) + other);
    this.schedule = new Schedule(plan, request.seed());
    this.arrivals = plan.arrivals();
    this.sample = Sample.of(plan);
    this.assembly = assembly;
    this.life = new Life(clock, plan);
    this.dialer = request.dialer(users);
    int descriptors = (int) Math.min(Integer.MAX_VALUE, Machine.descriptors());
    int most = assembly.share(descriptors - LoadSettings.OTHER_DESCRIPTORS);
    this.room = new Room(Math.min(most, profile.limits().connections().orElse(most)));
    this.judge =
        new LoadJudge(
            profile, plan, new LoadJudge.Context(segment, request.seed(), request.replay()));
    this.scribe = new Scribe(log(request), judge, clock, Scribe.PATIENCE);
    this.sleeper = Sleeper.start(clock, this::asleep);
    this.server = ServerProcess.watch(request.pid(), this::resident);
    this.post = new Post(this);
    this.health =
        new Health(
            Watch.ofThisProcess(
                new Held(room::taken, scribe::backlog, Scribe.CAPACITY),
                request.sources().count()));
    this.crowd = new Crowd(this);
  }

  /** What newcomers and the population are part of, for the judges. */
  Parts parts() {
    return new Parts(plan.workload(), post.isOpen());
  }

  /** True if a user loses its connection when a storm begins, before it comes again. */
  boolean isLost(int index) {
    return plan.workload() == Workload.STORM && index * SPREAD % 100 < plan.count("lost");
  }

  private EventLog log(LoadRequest request) throws HistoryException {
    Header header = Header.of(profile, request.seed(), plan.toJson());
    Path folder = request.out();
    return EventLog.begin(folder, header, new Redactor(profile.secrets()));
  }

  private void asleep(Event event) {
    sleeps.accept(event);
    scribe.take(event);
  }

  /**
   * How much longer to wait until a missed deadline is the server's doing beyond doubt: for as long
   * as the machine slept meanwhile, which is known a little later; 0 once it is beyond doubt, or
   * when that takes too long.
   *
   * @param since from then on the machine's sleep counts
   * @param admitted the instant that the deadline counts from
   */
  long doubtNanos(long since, long admitted) {
    long now = clock.nanos();
    long bound = profile.evicted().forceWithSlack().toNanos();
    long doubt = sleeps.during(since, now) + MARGIN_NANOS - (now - admitted - bound);
    long most = admitted + settleWithin().toNanos() - bound;
    return since > now || doubt < 0 || now > most ? 0 : Math.max(doubt, MARGIN_NANOS / 2);
  }

  /** The name of the load in its history. */
  String segment() {
    return segment;
  }

  /** True if it is what another one is compared with. */
  boolean isReference() {
    return plan.turn() != null && plan.turn().side() == Side.REFERENCE;
  }

  /** Number of virtual users: the population and the strangers. */
  int population() {
    return plan.users() + LoadSettings.canaries(plan);
  }

  /** After the last newcomer: its admission, the eviction of its incumbent, and the release. */
  Duration settleWithin() {
    return LoadTime.settleWithin(profile);
  }

  private void resident(long bytes) {
    Detail detail = Detail.named(ServerMemory.RESIDENT, Long.toString(bytes));
    scribe.take(new Event(clock.nanos(), ServerMemory.SEGMENT, "", "", EventKind.FAULT, detail));
  }

  /** The plan begins at an instant a little later. */
  void begin(long t0) {
    life.begin(t0);
    scribe.take(
        new Event(t0, segment(), "", "", EventKind.CASE_BEGIN, Detail.note(plan.simulation())));
  }

  /** Newcomers stop coming, and what is under way is waited for. */
  void interrupt() {
    life.interrupt();
  }

  /** The last that is measured has been; what comes after it is no matter of the load. */
  void over() {
    sleeper.close();
    server.close();
    post.close();
  }

  /** Everything is written; whoever waits for it may go on. */
  void concluded() {
    concluded.countDown();
  }

  boolean awaitConclusion(Duration bound) throws InterruptedException {
    return concluded.await(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** True if our side ends connections by RST: each FIN stays in a table of the kernel's. */
  boolean closesByReset() {
    return dialer.isLoopback();
  }

  /** True if the takeover by this newcomer is of the sample. */
  boolean looksClosely(long number) {
    return !closesByReset() || sample.isOf(number);
  }

  /** How long a connect may take. */
  long patienceNanos() {
    return LoadTime.patience(profile).toNanos();
  }

  long due(long newcomer) {
    return life.origin() + arrivals.due(newcomer);
  }

  long epochMillis(long t) {
    return epochAtStart + TimeUnit.NANOSECONDS.toMillis(t);
  }

  /** What a page for Prometheus shows of it. */
  LoadSources sources() {
    return new LoadSources(
        plan.simulation(),
        health.counters(),
        judge.soFar(),
        crowd::stage,
        room::taken,
        health.watch()::startLag,
        health.watch()::loopLag,
        new LoadSources.Recording(scribe::backlog, Scribe.CAPACITY, scribe::lost));
  }

  /** The folder of its results. */
  Path out() {
    return out;
  }

  Assembly assembly() {
    return assembly;
  }

  Post post() {
    return post;
  }

  Crowd crowd() {
    return crowd;
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
