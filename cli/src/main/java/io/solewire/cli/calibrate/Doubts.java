package io.solewire.cli.calibrate;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.simulation.calibrate.Accuracy;
import java.util.Locale;
import java.util.Optional;

/** Why the numbers of a load on the server of known delay cannot be used. Stateless. */
final class Doubts {

  /** Of what was taken over, this much must have been compared. */
  private static final double LEAST_COUNTED = 0.8;

  /** So late may the median of the delay be, besides half of the delay, milliseconds. */
  private static final double SLACK_MS = 5;

  private static final double MICRO = 1e3;

  private Doubts() {}

  /** Why there is nothing to compare. */
  static Optional<String> of(LoadOutcome outcome) {
    if (outcome.target() != null) {
      return Optional.of("the server: " + outcome.target());
    }
    return Optional.ofNullable(outcome.unrecorded());
  }

  /** The first reason not to believe the comparison. */
  static Optional<String> of(int delayMs, LoadResult load, Accuracy.Summary seen) {
    double median = seen.delay().p50() / MICRO;
    return kept(delayMs, median, seen.counted() > 0 && median < delayMs)
        .or(() -> LoadVerdict.unproven(load))
        .or(() -> broken(load))
        .or(() -> compared(seen))
        .or(() -> kept(delayMs, median, median > delayMs * 1.5 + SLACK_MS));
  }

  /** The server is a plain one: who finds it wrong is wrong. */
  private static Optional<String> broken(LoadResult load) {
    return LoadVerdict.broken(load).stream()
        .filter(finding -> finding.verdict() == Verdict.FAIL)
        .map(f -> "rule " + f.rule() + " was found broken " + f.bad() + " times: " + f.actual())
        .findFirst();
  }

  private static Optional<String> compared(Accuracy.Summary seen) {
    if (seen.negative() > 0) {
      return words(
          "%,d of %,d takeovers were measured to be shorter than the server's own delay, by %,.0f us at"
              + " most: the clocks of two processes do not agree here",
          seen.negative(), seen.counted(), seen.shortest());
    }
    long all = seen.counted() + seen.unevicted() + seen.unstamped() + seen.concurrent();
    if (seen.counted() == 0 || seen.counted() < all * LEAST_COUNTED) {
      return words(
          "only %,d of %,d takeovers could be compared: %,d without a Close, %,d without stamps,"
              + " %,d met another connect of their user",
          seen.counted(), all, seen.unevicted(), seen.unstamped(), seen.concurrent());
    }
    return Optional.empty();
  }

  /** Too early is the server's doing whatever the machine does; too late may be the machine's. */
  private static Optional<String> kept(int delayMs, double median, boolean isNot) {
    return isNot
        ? words(
            "the server did not keep its delay: %d ms were asked, the median was %.3f ms",
            delayMs, median)
        : Optional.empty();
  }

  private static Optional<String> words(String format, Object... values) {
    return Optional.of(String.format(Locale.ROOT, format, values));
  }
}
