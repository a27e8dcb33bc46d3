package io.solewire.load;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How fast newcomers of a part of a load got as far as asking the server. Not thread-safe. Those of
 * a server that is far away ask later, all by the same; where TCP, TLS or earlier steps cannot keep
 * up each one has to wait longer than the one before, so that they take longer than planned. A
 * latency counts from the request and does not show it.
 */
final class Pace {

  /** Slower than this part of what was planned, a queue grows; less than that is chance. */
  private static final double LEAST = 0.9;

  /** A lost packet makes a few connects slow: the first and last few, percent, do not count. */
  private static final double FEW = 5;

  private static final int FEWEST = 20;
  private static final int DIGITS = 3;
  private static final double PERCENT = 100;

  private final Histogram asked = new Histogram(DIGITS);

  /** A newcomer asked, so many nanoseconds after the begin of the part. */
  void asked(long since) {
    asked.recordValue(Math.max(0, since));
  }

  /**
   * Why the server had not the planned load.
   *
   * @param seconds in which newcomers were to come
   * @param planned per second
   * @return empty if it had, or if there were too few to say
   */
  Optional<String> slow(double seconds, double planned) {
    double nanos = asked.getValueAtPercentile(PERCENT - FEW) - asked.getValueAtPercentile(FEW);
    double due = seconds * (1 - 2 * FEW / PERCENT) * TimeUnit.SECONDS.toNanos(1);
    return asked.getTotalCount() >= FEWEST && due < nanos * LEAST
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "connects were slow: %.0f/s of %.0f/s could be asked for",
                planned * due / nanos,
                planned))
        : Optional.empty();
  }
}
