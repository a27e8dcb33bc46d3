package io.solewire.load;

import io.solewire.profile.Profile;
import io.solewire.result.LoadResult;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Whether the numbers are those of the server or of whoever measured. Stateless. A number of a
 * generator that could not keep its plan is nobody's.
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

  private Trust() {}

  /** A server that declares a damper may refuse devices of one user that fight each other. */
  static double mostErrors(LoadPlan plan, Profile profile) {
    boolean mayRefuse = plan.workload().meets() && profile.policy().damper().isPresent();
    return mayRefuse ? 1 : MOST_ERRORS;
  }

  /**
   * Looks at what was done of what was planned.
   *
   * @param mostErrors share of newcomers that need not be admitted, see {@link #mostErrors}
   */
  static LoadResult.Generator of(
      LoadPlan plan,
      long seed,
      Meter.Counts counts,
      LoadResult.Generator generator,
      double mostErrors) {
    if (!generator.healthy()) {
      return generator;
    }
    long planned = plan.workload().isReactive() ? 0 : plan.connects(seed);
    if (counts.started() < planned * LEAST_STARTED) {
      return unhealthy(
          generator,
          "the generator could not keep its plan: %.0f newcomers a second were planned,"
              + " %,d of %,d were started",
          planned / (plan.durationMs() / 1e3),
          counts.started(),
          planned);
    }
    if (generator.scheduleLagP99Us() > MOST_LAG_US) {
      return unhealthy(
          generator,
          "the generator could not keep its plan: 1 newcomer in 100 was started %.0f ms late"
              + " or more",
          generator.scheduleLagP99Us() / 1e3);
    }
    if (counts.errors() > counts.started() * mostErrors) {
      return unhealthy(
          generator,
          "%,d of %,d newcomers were not admitted: %s",
          counts.errors(),
          counts.started(),
          String.join("; ", counts.problems().keySet()));
    }
    if (!plan.workload().meets() && counts.concurrent() > counts.started() * MOST_CONCURRENT) {
      return unhealthy(
          generator,
          "%d users are too few for %.0f newcomers a second: %.0f %% of them came before"
              + " their user's last one was admitted, which makes no takeover of a known order",
          plan.users(),
          plan.rate(),
          100.0 * counts.concurrent() / counts.started());
    }
    return generator;
  }

  /**
   * Whoever saw deadlines missed and was asleep meanwhile has seen neither that they were kept nor
   * that they were broken.
   *
   * @param withdrawn how often that was so
   */
  static LoadResult.Generator awake(long withdrawn, LoadResult.Generator generator) {
    return !generator.healthy() || withdrawn == 0
        ? generator
        : unhealthy(
            generator,
            "deadlines were missed %,d times while the harness's machine stood still or was too"
                + " busy: nobody knows who was late",
            withdrawn);
  }

  private static LoadResult.Generator unhealthy(
      LoadResult.Generator generator, String why, Object... values) {
    return new LoadResult.Generator(
        false,
        generator.cpu(),
        generator.gcMs(),
        generator.scheduleLagP99Us(),
        String.format(Locale.ROOT, why, values));
  }
}
