package io.solewire.simulation.takeover;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Credentials;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a load asks of the server that it is for. Immutable. */
final class Needs {

  private final LoadPlan plan;

  private Needs(LoadPlan plan) {
    this.plan = plan;
  }

  /** What of it the server does not promise, one sentence each. */
  static List<String> problems(LoadPlan plan, Profile profile) {
    List<String> problems = new ArrayList<>();
    new Needs(plan).promises(profile, problems);
    new Needs(plan).accounts(profile, problems);
    return problems;
  }

  /** Why there can be no load, however small. */
  static Optional<String> unfit(Profile profile) {
    return policy(profile).or(() -> login(profile));
  }

  private static Optional<String> policy(Profile profile) {
    return profile.policy().kind() == Policy.Kind.NEWEST_WINS
        ? Optional.empty()
        : Optional.of(
            "policy: "
                + profile.policy().kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + ": expected newest-wins, since takeovers are what is measured");
  }

  /** A login would hold up an event loop. */
  private static Optional<String> login(Profile profile) {
    return profile.credentials().signIn().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "login: expected jwt, or credentials with tokens: a load makes no logins in this"
                + " release");
  }

  private void promises(Profile profile, List<String> problems) {
    policy(profile).ifPresent(problems::add);
    OptionalInt most = profile.limits().connections();
    long needed = needed();
    if (most.isPresent() && needed > most.getAsInt()) {
      problems.add(
          "--users: "
              + plan.users()
              + ": expected at most "
              + Math.max(0, most.getAsInt() - LoadSettings.canaries(plan) - 1)
              + ", since limits.connections is "
              + most.getAsInt());
    }
    OptionalInt rate = profile.limits().connectsPerSecond();
    if (rate.isPresent() && plan.highestRate() > rate.getAsInt()) {
      problems.add(
          (plan.workload().hasRate() ? "--rate: " : plan.simulation() + ": ")
              + LoadSettings.number(plan.highestRate())
              + ": expected at most "
              + rate.getAsInt()
              + ", since limits.connects-per-second is that");
    }
  }

  /** Users, strangers, and one who looks in the end whether the target is still there. */
  private long needed() {
    return 1L + plan.users() + LoadSettings.canaries(plan);
  }

  /** Accounts are not lent twice. */
  private void accounts(Profile profile, List<String> problems) {
    Credentials credentials = profile.credentials();
    int rows = credentials.rows().size();
    if (rows > 0 && needed() > rows) {
      problems.add(
          "--users: "
              + plan.users()
              + ": expected at most "
              + Math.max(0, rows - LoadSettings.canaries(plan) - 1)
              + ", since credentials has "
              + rows
              + " accounts");
    }
    login(profile).ifPresent(problems::add);
  }
}
