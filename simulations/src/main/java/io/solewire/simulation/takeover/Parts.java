package io.solewire.simulation.takeover;

import io.solewire.history.Role;
import io.solewire.judge.Faults;
import io.solewire.load.Workload;

/**
 * What connections are part of, by the marks that judges look for. Immutable.
 *
 * @param workload who comes when
 * @param written true if messages are sent
 */
record Parts(Workload workload, boolean written) {

  /** Of the plan's newcomers; empty if of nothing. */
  String mark() {
    return switch (workload) {
      case CONTENTION -> Faults.RACE;
      case STORM -> Faults.BURST;
      case CHURN -> markOfPopulation(Role.SUBJECT);
      default -> "";
    };
  }

  /** Of those that come first. */
  String markOfPopulation(Role role) {
    boolean reads = workload == Workload.CHURN && written;
    return reads && role == Role.SUBJECT ? Faults.NUMBERED : "";
  }
}
