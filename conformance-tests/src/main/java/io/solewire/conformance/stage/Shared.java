package io.solewire.conformance.stage;

import io.solewire.conformance.race.Schedule;
import io.solewire.record.Users;
import io.solewire.result.Sleeps;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the cases of a run share. Its parts are thread-safe.
 *
 * @param users makes user ids
 * @param gate keeps the profile's limits
 * @param budget how thorough to be
 * @param machine keeps races to themselves
 * @param deaf why publishing reaches nobody, once that is known
 * @param control of a target that the harness has started
 * @param patience how long answers are waited for
 * @param schedules what races play instead of their own rounds; empty for their own
 * @param sleeps when the machine had no time for the harness
 */
public record Shared(
    Users users,
    Gate gate,
    Budget budget,
    QuietMachine machine,
    AtomicReference<String> deaf,
    Optional<Control> control,
    Patience patience,
    List<Schedule> schedules,
    Sleeps sleeps) {

  /** The same, but races play these rounds instead of their own. */
  public Shared playing(List<Schedule> rounds) {
    return new Shared(users, gate, budget, machine, deaf, control, patience, rounds, sleeps);
  }
}
