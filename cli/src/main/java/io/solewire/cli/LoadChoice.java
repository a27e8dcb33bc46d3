package io.solewire.cli;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.Profile;
import io.solewire.simulation.takeover.LoadSettings;
import io.solewire.simulation.takeover.OwnedHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a run puts its target under load, and how. Immutable.
 *
 * @param plan when newcomers come
 * @param against the one reason that there is no load; empty if there is one
 */
record LoadChoice(LoadPlan plan, Optional<String> against) {

  /** How the option is written that asks for a load wherever the target is. */
  static final String LOAD = "--load";

  private static final int USERS = 300;
  private static final int MANY = Integer.MAX_VALUE;
  private static final String ELSEWHERE =
      "the target is not on this machine: expected " + LOAD + " to put it under load all the same";

  /**
   * Chooses, and refuses what cannot be tried: a gate that no load will see is none that holds.
   *
   * @param anywhere true if the load is asked for wherever the target is
   */
  static LoadChoice of(Profile profile, LoadOptions load, boolean anywhere) {
    LoadPlan asked = load.plan(usual(profile));
    Optional<String> against =
        LoadSettings.unfit(profile)
            .or(
                () ->
                    anywhere || OwnedHosts.isLoopback(profile)
                        ? Optional.empty()
                        : Optional.of(ELSEWHERE));
    if (against.isEmpty()) {
      return new LoadChoice(LoadHalf.check(asked, load, profile), against);
    }
    List<String> demands = new ArrayList<>(anywhere ? List.of(LOAD) : List.of());
    demands.addAll(load.demands());
    List<String> problems = new ArrayList<>(load.file().problems());
    if (!demands.isEmpty()) {
      problems.add(String.join(", ", demands) + ": " + against.get());
    }
    if (!problems.isEmpty()) {
      throw CommandException.usage(String.join("\n", problems));
    }
    return new LoadChoice(asked, against);
  }

  /** Short, and within the limits of the profile. */
  private static LoadPlan usual(Profile profile) {
    OptionalInt connections = profile.limits().connections();
    int accounts = profile.credentials().rows().size();
    int most = Math.min(connections.orElse(MANY) - 50, accounts == 0 ? MANY : accounts - 1);
    int users = Math.min(USERS, most - LoadSettings.CANARIES);
    int rate = Math.min(USERS, profile.limits().connectsPerSecond().orElse(USERS));
    return new LoadPlan(
        Workload.TAKEOVER.text(), rate, Math.max(1, users), 5_000, 10_000, "uniform", List.of());
  }
}
