package io.solewire.load;

import io.solewire.load.health.Bounds;
import io.solewire.load.health.Seen;
import io.solewire.profile.Profile;
import io.solewire.result.Held;
import io.solewire.result.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether the numbers are those of the server or of whoever measured. Immutable. A number of a
 * generator that could not keep its plan, or exceeded a bound of {@link Bounds}, is nobody's. The
 * first reason is the most telling: what went wrong, what of the plan was not kept, and then why.
 */
final class Trust {

  /** Of what was planned, this much must have been started. */
  private static final double LEAST_STARTED = 0.98;

  /** Newcomers that are started later than this see another load than the planned one. */
  private static final long MOST_LAG_US = TimeUnit.MILLISECONDS.toMicros(50);

  /** Above this share of newcomers that met another connect, takeovers are the smaller part. */
  private static final double MOST_CONCURRENT = 0.2;

  /** Above this share of newcomers that were not admitted, the rest is another load. */
  private static final double MOST_ERRORS = 0.01;

  private final Profile profile;
  private final LoadPlan plan;
  private final long seed;

  Trust(Profile profile, LoadPlan plan, long seed) {
    this.profile = profile;
    this.plan = plan;
    this.seed = seed;
  }

  /**
   * Looks at what was done of what was planned.
   *
   * @param held who was asked at the end; null if nobody was
   * @param withdrawn how often deadlines were missed while the machine slept
   */
  LoadResult.Generator of(Meter.Counts counts, Held held, Seen seen, long withdrawn) {
    List<String> reasons = new ArrayList<>();
    LoadResult.Generator generator = seen.generator();
    if (!generator.healthy()) {
      reasons.add(generator.reason());
    }
    if (plan.workload() == Workload.CAPACITY) { // each level is looked at by itself
      reasons.addAll(Bounds.exhausted(seen));
    } else {
      notStarted(counts).ifPresent(reasons::add);
      startedLate(generator).ifPresent(reasons::add);
      reasons.addAll(Bounds.exceeded(seen));
      notAdmitted(counts).ifPresent(reasons::add);
      tooFewUsers(counts).ifPresent(reasons::add);
      notHeld(held).ifPresent(reasons::add);
    }
    asleep(withdrawn).ifPresent(reasons::add);
    return reasons.isEmpty() ? generator : generator.because(reasons);
  }

  /** A server that declares a damper may refuse devices of one user that fight each other. */
  private double mostErrors() {
    boolean mayRefuse = plan.workload().meets() && profile.policy().damper().isPresent();
    return mayRefuse ? 1 : MOST_ERRORS;
  }

  private Optional<String> notStarted(Meter.Counts counts) {
    long planned = plan.workload().isReactive() ? 0 : plan.connects(seed);
    return when(
        counts.started() < planned * LEAST_STARTED,
        "the generator could not keep its plan: %.0f newcomers a second were planned,"
            + " %,d of %,d were started (bound %.0f %%): lower --rate, or give it more processors",
        planned / (plan.durationMs() / 1e3),
        counts.started(),
        planned,
        100 * LEAST_STARTED);
  }

  private static Optional<String> startedLate(LoadResult.Generator generator) {
    return when(
        generator.scheduleLagP99Us() > MOST_LAG_US,
        "the generator could not keep its plan: 1 newcomer in 100 was started %.0f ms late"
            + " or more (bound %d ms): lower --rate, or have fewer neighbours or more processors",
        generator.scheduleLagP99Us() / 1e3,
        TimeUnit.MICROSECONDS.toMillis(MOST_LAG_US));
  }

  private Optional<String> notAdmitted(Meter.Counts counts) {
    return when(
        counts.errors() > counts.started() * mostErrors(),
        "%,d of %,d newcomers were not admitted (bound %.0f %%): %s",
        counts.errors(),
        counts.started(),
        100 * mostErrors(),
        String.join("; ", counts.problems().keySet()));
  }

  private Optional<String> tooFewUsers(Meter.Counts counts) {
    return when(
        !plan.workload().meets() && counts.concurrent() > counts.started() * MOST_CONCURRENT,
        "%d users are too few for %.0f newcomers a second: %.0f %% of them came before"
            + " their user's last one was admitted, which makes no takeover of a known order"
            + " (bound %.0f %%): raise --users",
        plan.users(),
        plan.rate(),
        100.0 * counts.concurrent() / counts.started(),
        100 * MOST_CONCURRENT);
  }

  /** Fewer connections than were planned are another load. */
  private Optional<String> notHeld(Held held) {
    boolean few =
        plan.workload() == Workload.HOLD
            && held != null
            && held.connections() < plan.users() * LEAST_STARTED;
    return when(
        few,
        "%,d of %,d users had a connection that was held to the end (bound %.0f %%): the others were"
            + " not let in, or lost it",
        few ? held.connections() : 0,
        plan.users(),
        100 * LEAST_STARTED);
  }

  /**
   * Whoever saw deadlines missed and was asleep meanwhile has seen neither that they were kept nor
   * that they were broken.
   */
  private static Optional<String> asleep(long withdrawn) {
    return when(
        withdrawn > 0,
        "deadlines were missed %,d times while the harness's machine stood still or was too"
            + " busy: nobody knows who was late",
        withdrawn);
  }

  private static Optional<String> when(boolean doubtful, String why, Object... values) {
    return doubtful ? Optional.of(String.format(Locale.ROOT, why, values)) : Optional.empty();
  }
}
