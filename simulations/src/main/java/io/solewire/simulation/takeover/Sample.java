package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;

/**
 * Which takeovers are looked at more closely. Immutable.
 *
 * @param every one of so many instants is
 * @param together newcomers of one user that come at the same instant
 */
record Sample(long every, int together) {

  /** So many a second are looked at. */
  private static final double PER_SECOND = 50;

  static Sample of(LoadPlan plan) {
    int together = plan.workload() == Workload.CONTENTION ? plan.count("at-once") : 1;
    double rate = plan.total() / (plan.length() / 1e9) / together;
    return new Sample(Math.max(1, Math.round(rate / PER_SECOND)), together);
  }

  /** True if a newcomer's instant is of the sample. */
  boolean isOf(long newcomer) {
    return newcomer / together % every == 0;
  }
}
