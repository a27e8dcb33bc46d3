package io.solewire.simulation.metrics;

import io.solewire.load.LoadPlan;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * What became of newcomers and their incumbents, counted where it happens, apart for the warm-up
 * and the measured time of the plan. Thread-safe; counting takes no lock and allocates nothing.
 */
public final class LoadCounters {

  private final Part warmUp = new Part();
  private final Part measured = new Part();

  /** The counters of one phase of the plan. Thread-safe. */
  static final class Part {
    final LongAdder started = new LongAdder();
    final LongAdder admitted = new LongAdder();
    final LongAdder errors = new LongAdder();
    final LongAdder unevicted = new LongAdder();
    final LatencyBuckets evicted = new LatencyBuckets();
  }

  private Part of(boolean inMeasured) {
    return inMeasured ? measured : warmUp;
  }

  /**
   * A newcomer has begun to connect.
   *
   * @param inMeasured true if it belongs to the measured time, false for the warm-up
   */
  public void started(boolean inMeasured) {
    of(inMeasured).started.increment();
  }

  /**
   * A newcomer was admitted.
   *
   * @param inMeasured where it belongs
   */
  public void admitted(boolean inMeasured) {
    of(inMeasured).admitted.increment();
  }

  /**
   * A newcomer was not admitted, and it was not another one that ended it.
   *
   * @param inMeasured where it belongs
   */
  public void error(boolean inMeasured) {
    of(inMeasured).errors.increment();
  }

  /**
   * An incumbent was evicted.
   *
   * @param inMeasured where its newcomer belongs
   * @param nanos from the newcomer's request, nanoseconds
   */
  public void evicted(boolean inMeasured, long nanos) {
    of(inMeasured).evicted.record(nanos);
  }

  /**
   * An incumbent was not evicted by its deadline.
   *
   * @param inMeasured where its newcomer belongs
   */
  public void unevicted(boolean inMeasured) {
    of(inMeasured).unevicted.increment();
  }

  /** Newcomers of both phases that were started so far. */
  public long started() {
    return warmUp.started.sum() + measured.started.sum();
  }

  /** Incumbents of both phases that were evicted so far. */
  public long evicted() {
    return warmUp.evicted.count() + measured.evicted.count();
  }

  /** Hands over the counters of each phase with its name. */
  void each(BiConsumer<String, Part> taker) {
    taker.accept(LoadPlan.WARM_UP, warmUp);
    taker.accept(LoadPlan.MEASURED, measured);
  }
}
