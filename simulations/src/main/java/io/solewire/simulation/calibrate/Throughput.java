package io.solewire.simulation.calibrate;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Event;
import io.solewire.load.LoadPlan;
import java.util.concurrent.TimeUnit;

/**
 * How many evictions a second were read in the measured time of a load, by the clock and not by the
 * plan. Not thread-safe.
 */
public final class Throughput {

  private final LoadPlan plan;
  private long from = NEVER;
  private long evictions;

  /**
   * Begins.
   *
   * @param plan of the load
   */
  public Throughput(LoadPlan plan) {
    this.plan = plan;
  }

  /**
   * Takes in the next event.
   *
   * @param event in any order, but after the one that begins the plan
   */
  public void accept(Event event) {
    switch (event.kind()) {
      case CASE_BEGIN -> from = event.t() + TimeUnit.MILLISECONDS.toNanos(plan.warmupMs());
      case CLOSE_IN -> {
        long at = event.t() - from;
        if (at >= 0 && at < TimeUnit.MILLISECONDS.toNanos(plan.durationMs())) {
          evictions++;
        }
      }
      default -> {
        // no eviction
      }
    }
  }

  /** Evictions per second; 0 if none was read. */
  public double perSecond() {
    return evictions / (plan.durationMs() / 1e3);
  }
}
