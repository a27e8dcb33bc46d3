package io.solewire.cli;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import io.solewire.profile.Profile;
import io.solewire.report.Words;
import io.solewire.simulation.takeover.LoadSettings;
import io.solewire.simulation.takeover.OwnedHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private static final int LEAST_USERS = 2;

  /** Kept free for these, where there are that many places: a sixth of what strangers leave. */
  private static final int NEWCOMERS = 50;

  private static final int ONE_MORE = 1;
  private static final int MANY = Integer.MAX_VALUE;
  private static final String ELSEWHERE =
      "the target is not on this machine: expected " + LOAD + " to put it under load all the same";

  /**
   * Chooses, and refuses what cannot be tried: a gate that no load will see is none that holds.
   *
   * @param anywhere true if the load is asked for wherever the target is
   */
  static LoadChoice of(Profile profile, LoadOptions load, boolean anywhere) {
    LoadPlan asked = load.plan(usual(profile, load));
    Optional<String> against =
        LoadSettings.unfit(profile)
            .or(() -> elsewhere(profile, anywhere))
            .or(() -> small(profile, load, asked));
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

  private static Optional<String> elsewhere(Profile profile, boolean anywhere) {
    return anywhere || OwnedHosts.isLoopback(profile) ? Optional.empty() : Optional.of(ELSEWHERE);
  }

  /** Why the load that nobody has asked for in any other size does not fit either. */
  private static Optional<String> small(Profile profile, LoadOptions load, LoadPlan asked) {
    boolean usual = asked.simulation().equals(Workload.TAKEOVER.text()) && load.users().isEmpty();
    if (!usual || fitting(profile) >= LEAST_USERS) {
      return Optional.empty();
    }
    int connections = profile.limits().connections().orElse(MANY);
    int least = LEAST_USERS + LoadSettings.CANARIES + ONE_MORE;
    String what =
        connections < least
            ? "limits.connections: " + connections
            : "credentials: " + Words.count(profile.credentials().rows().size(), "account");
    return Optional.of(
        what
            + ": expected at least "
            + least
            + ", for "
            + LEAST_USERS
            + " users and "
            + LoadSettings.CANARIES
            + " strangers of a load, and one more");
  }

  /** Short, within the limits of the profile, and each user takes over once a second. */
  private static LoadPlan usual(Profile profile, LoadOptions load) {
    int users = Math.max(1, load.users().orElse(fitting(profile)));
    int most = profile.limits().connectsPerSecond().orElse(USERS);
    int rate = Math.min(most, Math.min(USERS, users));
    return new LoadPlan(Workload.TAKEOVER.text(), rate, users, 5_000, 10_000, "uniform", List.of());
  }

  /** So many users have room, with strangers and with newcomers that are on their way. */
  private static int fitting(Profile profile) {
    int places = profile.limits().connections().orElse(MANY) - LoadSettings.CANARIES;
    int newcomers = Math.max(ONE_MORE, Math.min(NEWCOMERS, places / 6));
    int rows = profile.credentials().rows().size();
    int accounts = rows == 0 ? MANY : rows - LoadSettings.CANARIES - ONE_MORE;
    return Math.min(USERS, Math.min(places - newcomers, accounts));
  }
}
