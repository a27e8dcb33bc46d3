package io.solewire.load;

import io.solewire.load.arrival.Rounds.Side;
import io.solewire.load.compare.Comparison;
import io.solewire.profile.Profile;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Versus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two loads that took turns, out of what was judged of their histories. Stateless. */
public final class Rivals {

  /** The folder of the reference's history, in that of the target's. */
  public static final String FOLDER = "versus";

  private Rivals() {}

  /**
   * The plans of both.
   *
   * @param plan of the target
   * @return of the reference: the same load, without gates
   */
  public static LoadPlan reference(LoadPlan plan) {
    return new LoadPlan(
        plan.simulation(),
        plan.rate(),
        plan.users(),
        plan.warmupMs(),
        plan.durationMs(),
        plan.popularity(),
        List.of(),
        plan.sizes(),
        Map.of(),
        new Turn(Side.REFERENCE, plan.turn().seed()));
  }

  /**
   * Compares.
   *
   * @param profile of the reference
   * @param outcome what became of its load
   * @param reference has taken in all of its history
   * @param target has taken in all of the target's
   * @return what follows; nothing is known if the reference was lost, or its generator not healthy
   */
  public static Versus compared(
      Profile profile, LoadOutcome outcome, LoadJudge reference, LoadJudge target) {
    Optional<String> why = unknown(outcome);
    return why.isPresent()
        ? Versus.unknown(profile.name(), why.get())
        : Comparison.of(profile.name(), reference.slots(), target.slots());
  }

  private static Optional<String> unknown(LoadOutcome outcome) {
    LoadResult load = outcome.load();
    if (outcome.target() != null) {
      return Optional.of("the reference: " + outcome.target());
    }
    if (outcome.interrupted()) {
      return Optional.of("it was interrupted");
    }
    return load == null
        ? Optional.of("the reference left no result")
        : LoadVerdict.unproven(load)
            .or(() -> Optional.ofNullable(outcome.unrecorded()))
            .map(reason -> "the reference: " + reason);
  }
}
