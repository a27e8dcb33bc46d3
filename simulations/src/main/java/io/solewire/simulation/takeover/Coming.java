package io.solewire.simulation.takeover;

import io.solewire.history.Role;

/**
 * What a connection is for. Immutable.
 *
 * @param phase of the plan that it belongs to; empty outside the plan
 * @param due when the plan meant it to come; the present outside the plan
 * @param role what it is used for
 * @param closely true if its takeover is of the sample that is looked at more closely
 * @param racing true if others of its user are meant to come at the same instant
 */
record Coming(String phase, long due, Role role, boolean closely, boolean racing) {

  /** One outside the plan. */
  static Coming unplanned(long now, Role role) {
    return new Coming("", now, role, false, false);
  }

  boolean isPlanned() {
    return !phase.isEmpty();
  }
}
