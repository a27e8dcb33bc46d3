package io.solewire.load;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Ending;
import io.solewire.history.Event;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.judge.Takeover;
import io.solewire.profile.Profile;
import io.solewire.result.Metric;
import io.solewire.result.Readings;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Measures windows: latencies in nanoseconds into histograms, and counts. Not thread-safe. Only
 * what belongs to newcomers of the measured phase counts; the timeline shows the warm-up too.
 */
final class Meter {

  /** A server that says something else each time must not fill memory. */
  private static final int MOST_PROBLEMS = 50;

  private final Profile profile;
  private final LongPredicate when;
  private final Starts starts = new Starts();
  private final Histograms histograms = new Histograms();
  private final Timeline timeline;
  private final TreeMap<String, Long> evictedBy = new TreeMap<>();
  private final TreeMap<String, Long> problems = new TreeMap<>();
  private long takeovers;
  private long unevicted;
  private long errors;
  private long concurrent;
  private long probed;
  private long released;
  private long started;
  private long lastAsked;
  private long lastPlanned;

  Meter(Profile profile, LoadPlan plan) {
    this(profile, plan, planned -> true);
  }

  /** One that measures only what belongs to newcomers of some instants of the plan. */
  Meter(Profile profile, LoadPlan plan, LongPredicate when) {
    this.when = when;
    this.profile = profile;
    this.timeline = new Timeline(plan);
  }

  /** Takes in that a newcomer was planned. */
  void planned(Event event) {
    if (LoadPlan.MEASURED.equals(event.detail().name()) && when.test(event.t())) {
      starts.accept(event);
    }
  }

  void accept(Window window) {
    Takeovers.of(profile, window).forEach(this::takenOver);
    window.over().filter(t -> t.role() == Role.SUBJECT).forEach(t -> came(t, window));
    Met.settledWithin(window).ifPresent(t -> histograms.record(Metric.SETTLING, t));
  }

  private void takenOver(Takeover takeover) {
    Trace young = takeover.newcomer();
    Trace old = takeover.incumbent();
    if (old.evicted() != NEVER) {
      timeline.evicted(young.planned(), takeover.latency());
    }
    if (!isMeasured(young)) {
      return;
    }
    takeovers++;
    if (young.answers().answeredAfter(young.admitted())) {
      probed++;
    }
    if (old.evicted() == NEVER) {
      unevicted++;
      return;
    }
    evictedBy.merge(signal(old), 1L, Long::sum);
    histograms.record(Metric.EVICTION, takeover.latency());
    histograms.record(Metric.EVICTION_FROM_PLAN, old.evicted() - young.planned());
    long late = old.evicted() - young.admitted();
    Metric side = late >= 0 ? Metric.EVICTION_AFTER_ADMISSION : Metric.EVICTION_BEFORE_ADMISSION;
    histograms.record(side, Math.abs(late));
    histograms.record(Metric.OVERLAP, Math.max(0, late));
    release(old.ending(), old.evicted());
  }

  private boolean isMeasured(Trace newcomer) {
    return newcomer.phase().equals(LoadPlan.MEASURED) && when.test(newcomer.planned());
  }

  /**
   * Only what the server ended of its own says how soon it does. Where it was waited for as long as
   * it had time for, and in vain, it took at least so long.
   */
  private void release(Ending ending, long evicted) {
    long ours = Math.min(ending.abandoned(), ending.ours());
    if (ending.released() != NEVER && ending.released() < ours) {
      released++;
      histograms.record(Metric.RELEASE, ending.released() - evicted);
    } else if (ours != NEVER && ours - evicted >= profile.evicted().forceWithSlack().toNanos()) {
      released++;
      histograms.record(Metric.RELEASE, ours - evicted);
    }
  }

  private static String signal(Trace old) {
    String by = old.ending().by();
    if (!by.equals("close")) {
      return by;
    }
    Integer code = old.ending().close().code();
    return "close:" + (code == null ? "1005" : code);
  }

  private void came(Trace trace, Window window) {
    if (trace.phase().isEmpty()) {
      return; // of the population, which comes before the plan
    }
    timeline.came(trace.planned());
    if (!isMeasured(trace)) {
      return;
    }
    lastPlanned = Math.max(lastPlanned, trace.planned());
    started++;
    if (trace.requested() != NEVER) {
      lastAsked = Math.max(lastAsked, trace.requested());
    }
    if (trace.admitted() != NEVER) {
      histograms.record(Metric.ADMISSION, trace.admitted() - trace.requested());
    } else if (trace.evicted() == NEVER) {
      errors++;
      String problem = Problem.of(trace);
      boolean known = problems.size() < MOST_PROBLEMS || problems.containsKey(problem);
      problems.merge(known ? problem : "something else", 1L, Long::sum);
    }
    if (Met.another(trace, window.user().traces())) {
      concurrent++;
    }
  }

  /** How late newcomers were begun, and so whatever else was due. */
  Readings lag() {
    return starts.readings();
  }

  Histograms histograms() {
    return histograms;
  }

  Timeline timeline() {
    return timeline;
  }

  /**
   * Newcomers started per second of the measured time, or of the time that it took to begin them.
   * Where a history does not tell when that was, it is when the server was asked.
   */
  double rate(double seconds) {
    long late = starts.overrun().orElse(Math.max(0, lastAsked - lastPlanned));
    return started / (seconds + late / 1e9);
  }

  Counts counts() {
    return new Counts(
        takeovers, unevicted, errors, concurrent, started, probed, released, evictedBy, problems);
  }

  /** What was counted. */
  record Counts(
      long takeovers,
      long unevicted,
      long errors,
      long concurrent,
      long started,
      long probed,
      long released,
      TreeMap<String, Long> evictedBy,
      TreeMap<String, Long> problems) {}
}
