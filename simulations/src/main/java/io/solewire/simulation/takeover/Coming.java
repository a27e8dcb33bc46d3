package io.solewire.simulation.takeover;

import io.solewire.history.Role;
import io.solewire.judge.Faults;
import io.solewire.simulation.flight.TakeoverEvent;

/**
 * What a connection is for. Immutable, but for what the flight recorder is told.
 *
 * @param phase of the plan that it belongs to; empty outside the plan
 * @param due when the plan meant it to come; 0 outside the plan
 * @param late how much later it is begun, nanoseconds
 * @param role what it is used for
 * @param closely true if its takeover is of the sample that is looked at more closely
 * @param mark one of {@link Faults}, by which judges know what it is part of; empty if of nothing
 * @param flight what a flight recording shows of it, which begins now
 */
record Coming(
    String phase,
    long due,
    long late,
    Role role,
    boolean closely,
    String mark,
    TakeoverEvent flight) {

  /** One that begins now. */
  Coming(String phase, long due, long late, Role role, boolean closely, String mark) {
    this(phase, due, late, role, closely, mark, TakeoverEvent.begun());
  }

  /** One outside the plan. */
  static Coming unplanned(Role role, String mark) {
    return new Coming("", 0, 0, role, false, mark);
  }

  boolean isPlanned() {
    return !phase.isEmpty();
  }

  /** True if others of its user are meant to come at the same instant. */
  boolean racing() {
    return mark.equals(Faults.RACE);
  }
}
