package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.history.Trace;
import io.solewire.judge.CaseVerdict;
import io.solewire.judge.Finding;
import io.solewire.judge.Panel;
import io.solewire.load.compare.Slot;
import io.solewire.load.gate.Gate;
import io.solewire.load.gate.Gates;
import io.solewire.load.health.Seen;
import io.solewire.profile.Profile;
import io.solewire.result.Capacity;
import io.solewire.result.FailureText;
import io.solewire.result.Held;
import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import io.solewire.result.Sleeps;
import io.solewire.result.Versus;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Judges and measures a load's history while it streams by, with the judges of the conformance
 * cases. Not thread-safe. Memory grows with the population and with the length in seconds, not with
 * the number of events. The same history gives the same result, live and offline.
 */
public final class LoadJudge {

  /** Rules of promptness: what is slow in the warm-up is slow because both sides are cold. */
  private static final Set<String> PROMPT = Set.of("C2", "C6");

  private final Profile profile;
  private final LoadPlan plan;
  private final Context context;
  private final Tally tally = new Tally();
  private final Panel panel;
  private final Meter meter;
  private final Windows windows;
  private final Strangers strangers;
  private final Optional<Climbs> climbs;
  private final Optional<Alternation> alternation;
  private final HeldOnes held = new HeldOnes();
  private final ServerMemory memory = new ServerMemory();
  private long origin;
  private final Damping damping;
  private final Sleeps sleeps = new Sleeps();
  private long lastSign;

  /**
   * What stands around a finding.
   *
   * @param segment name of the load in the texts of failures
   * @param seed the run's seed
   * @param replay the command that makes the load again, without {@code --seed}
   */
  public record Context(String segment, long seed, String replay) {}

  /**
   * Begins.
   *
   * @param profile what the server promises
   * @param plan when newcomers come
   * @param context what stands around a finding
   */
  public LoadJudge(Profile profile, LoadPlan plan, Context context) {
    this.profile = profile;
    this.plan = plan;
    this.context = context;
    this.panel = new Panel(profile);
    this.meter = new Meter(profile, plan);
    this.climbs =
        plan.workload() == Workload.CAPACITY
            ? Optional.of(new Climbs(profile, plan))
            : Optional.empty();
    this.alternation =
        plan.workload() == Workload.VERSUS
            ? Optional.of(new Alternation(profile, plan))
            : Optional.empty();
    this.strangers = new Strangers(t -> meter.histograms().record(Metric.STRANGER, t));
    this.damping = new Damping(profile);
    this.windows = new Windows(profile.policy().max(), this::judge);
  }

  /**
   * Takes in the next event.
   *
   * @param event those of one connection in the order in which they happened
   */
  public void accept(Event event) {
    if (event.caseId().equals(Sleeps.SEGMENT)) {
      sleeps.accept(event);
    }
    switch (event.kind()) {
      case CASE_BEGIN -> begin(event.t());
      case PLANNED -> planned(event);
      case UPGRADED, ADMITTED, PROBE_ANSWERED -> lastSign = Math.max(lastSign, event.t());
      default -> {
        // of a connection
      }
    }
    memory.accept(event);
    strangers.accept(event);
    held.accept(event);
    damping.accept(event);
    windows.accept(event);
  }

  private void planned(Event event) {
    meter.planned(event);
    climbs.ifPresent(c -> c.planned(event));
    alternation.ifPresent(a -> a.planned(event));
  }

  private void begin(long t0) {
    origin = t0;
    meter.timeline().begin(t0);
    climbs.ifPresent(c -> c.begin(t0));
    alternation.ifPresent(a -> a.begin(t0));
    strangers.measure(t0 + plan.warmupMs() * 1_000_000, t0 + plan.length());
  }

  /** What was found so far, to be read from any thread. */
  public FindingCounts soFar() {
    return tally.soFar();
  }

  /** The last instant at which the target showed that it was there. */
  public long lastSign() {
    return lastSign;
  }

  private void judge(Window window) {
    boolean cold =
        window.user().traces().stream().noneMatch(t -> t.phase().equals(LoadPlan.MEASURED));
    for (Finding finding : findings(window)) {
      if (!cold || !PROMPT.contains(finding.rule())) {
        tally.add(damping.weighed(finding), bad -> text(bad, window.events()));
      }
    }
    meter.accept(window);
    climbs.ifPresent(c -> c.accept(window));
    alternation.ifPresent(a -> a.accept(window));
  }

  /** Rules that ask for marks see them; the others see ordinary connections. */
  private List<Finding> findings(Window window) {
    List<Finding> all = new ArrayList<>(panel.judge(List.of(window.user())));
    all.removeIf(finding -> isOfRival(finding, window));
    if (window.marked() == window.user()) {
      return all;
    }
    all.removeIf(LoadJudge::asksForMarks);
    panel.judge(List.of(window.marked())).stream()
        .filter(LoadJudge::asksForMarks)
        .forEach(all::add);
    return all;
  }

  /** That nobody came after a connection is not known of one that met others. */
  private static boolean isOfRival(Finding finding, Window window) {
    return finding.isBad()
        && finding.rule().equals("A2")
        && window.rivals().anyMatch(asked -> asked == finding.from());
  }

  private static boolean asksForMarks(Finding finding) {
    return finding.rule().startsWith("F") || finding.rule().equals("J3");
  }

  private String text(Finding finding, List<Event> events) {
    FailureText.Context around =
        new FailureText.Context(
            context.segment(),
            profile.name(),
            context.seed(),
            context.replay() + " --seed " + context.seed());
    return FailureText.of(
        around,
        RuleBook.current().rule(finding.rule()),
        finding,
        new CaseVerdict.Seen(1, 1),
        events);
  }

  /**
   * Concludes; nothing may be taken in after it.
   *
   * @param generator whether the measuring side could be trusted
   * @param until what was found bad later than this is withdrawn; {@link Trace#NEVER} if nothing is
   * @return the load's part of the result, its gates judged
   */
  public LoadResult conclude(LoadResult.Generator generator, long until) {
    return conclude(generator, until, null);
  }

  /**
   * The same of a load in turns with another one.
   *
   * @param versus what came of the comparison; null if there was none
   */
  public LoadResult conclude(LoadResult.Generator generator, long until, Versus versus) {
    windows.finish();
    List<Gate> asked = Gates.parse(plan.gates());
    Meter.Counts counts = meter.counts();
    Map<String, LoadResult.Latency> metrics = meter.histograms().summaries();
    LoadResult.Latency eviction = metrics.get(Metric.EVICTION.text());
    Capacity capacity = climbs.map(c -> c.capacity(asked)).orElse(null);
    LongPredicate beyond = climbs.map(c -> c.beyond(capacity)).orElse(t -> false);
    long withdrawn = tally.withdrawn(new Tally.Trusted(until, true, beyond, sleeps));
    Seen seen = new Seen(generator, eviction, plan.durationMs());
    Held kept = held.held(sleeps);
    LoadResult.Generator trusted =
        new Trust(profile, plan, context.seed()).of(counts, kept, seen, withdrawn);
    Tally.Trusted counted = new Tally.Trusted(until, trusted.healthy(), beyond, sleeps);
    LoadResult bare =
        new LoadResult(
            plan.simulation(),
            plan.planned(),
            Math.round(meter.rate(plan.measuredSeconds()) * 1_000) / 1_000.0,
            metrics,
            counts.evictedBy(),
            counts.takeovers(),
            counts.unevicted(),
            tally.violations(counted),
            counts.errors(),
            counts.problems(),
            counts.concurrent(),
            new LoadResult.Sample(counts.probed(), counts.released()),
            tally.findings(counted),
            List.of(),
            trusted,
            meter.histograms().curve(Metric.EVICTION),
            meter.timeline().seconds(),
            Drifting.of(plan, meter.timeline(), memory, origin),
            kept,
            capacity == null ? null : capacity.withBeyond(tally.beyond(counted)),
            versus);
    return bare.withGates(asked.stream().map(gate -> judged(gate, bare)).toList());
  }

  /** What was measured in each of the rounds; nothing may be taken in after it. */
  List<Slot> slots() {
    windows.finish();
    return alternation.map(Alternation::measured).orElse(List.of());
  }

  private LoadResult.GateResult judged(Gate gate, LoadResult load) {
    return climbs.isPresent() && Climbs.isOfLevels(gate)
        ? Climbs.result(gate, load.capacity())
        : gate.judge(load, plan.baseline());
  }

  /** The histograms, for an .hlog file. */
  public HistogramLog log() {
    return new HistogramLog(meter.histograms(), meter.timeline());
  }
}
