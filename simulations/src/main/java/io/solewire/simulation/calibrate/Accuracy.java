package io.solewire.simulation.calibrate;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Event;
import io.solewire.history.Trace;
import io.solewire.load.LoadPlan;
import io.solewire.load.Takeovers;
import io.solewire.profile.Profile;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How far the instrument is off: of each measured takeover in a load's history the eviction latency
 * that was measured, the delay that the server stamped, and the difference, which is the time that
 * both took on their ways, and the instrument's own. Not thread-safe. Memory does not grow with the
 * number of takeovers.
 */
public final class Accuracy {

  private static final int DIGITS = 3;

  private final Histogram delay = new Histogram(DIGITS);
  private final Histogram measured = new Histogram(DIGITS);
  private final Histogram error = new Histogram(DIGITS);
  private final Takeovers takeovers;
  private long unevicted;
  private long unstamped;
  private long concurrent;
  private long negative;
  private long shortest;

  /**
   * Begins.
   *
   * @param profile the one that the load was judged by
   */
  public Accuracy(Profile profile) {
    takeovers = new Takeovers(profile, this::takenOver);
  }

  /**
   * A distribution in microseconds, to a tenth.
   *
   * @param p50 median
   * @param p90 90th percentile
   * @param p99 99th percentile
   */
  public record Spread(double p50, double p90, double p99) {

    private static final double TENTHS = 100;

    static Spread of(Histogram nanos) {
      return new Spread(at(nanos, 50), at(nanos, 90), at(nanos, 99));
    }

    private static double at(Histogram nanos, double percentile) {
      return micros(nanos.getValueAtPercentile(percentile));
    }

    private static double micros(long nanos) {
      return Math.round(nanos / TENTHS) / 10.0;
    }
  }

  /**
   * What was found. Only counted takeovers are in the distributions.
   *
   * @param counted takeovers of the measured time whose delay is known
   * @param unevicted incumbents that were told nothing
   * @param unstamped incumbents that were told without stamps
   * @param concurrent takeovers one of which met another connect of their user: nobody knows which
   *     of them the Close was for
   * @param negative takeovers that were measured to be shorter than they were, which is impossible
   * @param shortest by how much the worst of them was too short, microseconds; in the distributions
   *     they stand as 0
   * @param delay what the server stamped
   * @param measured what the instrument measured
   * @param error measured less stamped
   */
  public record Summary(
      long counted,
      long unevicted,
      long unstamped,
      long concurrent,
      long negative,
      double shortest,
      Spread delay,
      Spread measured,
      Spread error) {}

  /**
   * Takes in the next event.
   *
   * @param event those of one connection in the order in which they happened
   */
  public void accept(Event event) {
    takeovers.accept(event);
  }

  /** Concludes; nothing may be taken in after it. */
  public Summary conclude() {
    takeovers.finish();
    return new Summary(
        error.getTotalCount(),
        unevicted,
        unstamped,
        concurrent,
        negative,
        Spread.micros(shortest),
        Spread.of(delay),
        Spread.of(measured),
        Spread.of(error));
  }

  private void takenOver(Takeovers.Seen seen) {
    Trace incumbent = seen.takeover().incumbent();
    if (!seen.takeover().newcomer().phase().equals(LoadPlan.MEASURED)) {
      return;
    }
    if (incumbent.evicted() == NEVER) {
      unevicted++;
      return;
    }
    if (seen.concurrent()) {
      concurrent++;
      return;
    }
    Optional<Stamps> stamps = Stamps.of(incumbent.ending().close().text());
    if (stamps.isEmpty()) {
      unstamped++;
      return;
    }
    record(seen.takeover().latency(), stamps.get().delay());
  }

  private void record(long latency, long known) {
    if (latency < known) {
      negative++;
      shortest = Math.max(shortest, known - latency);
    }
    delay.recordValue(known);
    measured.recordValue(Math.max(0, latency));
    error.recordValue(Math.max(0, latency - known));
  }
}
