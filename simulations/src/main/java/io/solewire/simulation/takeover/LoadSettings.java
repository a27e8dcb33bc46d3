package io.solewire.simulation.takeover;

import io.solewire.load.Baseline;
import io.solewire.load.LoadPlan;
import io.solewire.load.Turn;
import io.solewire.load.Workload;
import io.solewire.load.gate.Gate;
import io.solewire.load.gate.GateException;
import io.solewire.load.gate.Gates;
import io.solewire.profile.Durations;
import io.solewire.profile.Profile;
import io.solewire.simulation.watch.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked of a load, checked. Immutable.
 *
 * @param plan when newcomers come, and the gates
 * @param compared true if an earlier run was named
 * @param unusable why that cannot be used; none if it can
 */
public record LoadSettings(LoadPlan plan, boolean compared, List<String> unusable) {

  /** Connections of strangers that no takeover may touch. */
  public static final int CANARIES = 5;

  /** Descriptors for everything else than connections. */
  static final int OTHER_DESCRIPTORS = 300;

  private static final long MOST_NEWCOMERS = 50_000_000;
  private static final long REST_MILLIS = 2_000;
  private static final long LEAST_LEVEL_MILLIS = 500;
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Copies the list. */
  public LoadSettings {
    unusable = List.copyOf(unusable);
  }

  /** One that is compared with no other run than its plan says. */
  public LoadSettings(LoadPlan plan) {
    this(plan, false, List.of());
  }

  /**
   * Compares a load with an earlier run.
   *
   * @param plan when newcomers come, and the gates
   * @param baseline the folder of the earlier run, or its result.json; empty if there is none
   * @return the settings; their plan holds the earlier run's numbers that the gates ask for
   */
  public static LoadSettings against(LoadPlan plan, Optional<Path> baseline) {
    if (baseline.isEmpty() || !plan.problems().isEmpty()) {
      return new LoadSettings(plan, baseline.isPresent(), List.of());
    }
    List<Gate> gates = new ArrayList<>();
    for (String expression : plan.gates()) {
      try {
        gates.add(Gate.parse(expression));
      } catch (GateException e) {
        // told beside the others
      }
    }
    Baseline earlier = Baseline.of(baseline.get(), plan, gates);
    return new LoadSettings(plan.against(earlier.numbers()), true, earlier.problems());
  }

  /**
   * Checks everything at once.
   *
   * @param profile of the target
   * @return every problem, one sentence each; none if the load can be tried
   */
  public List<String> problems(Profile profile) {
    List<String> problems = new ArrayList<>(plan.problems());
    LoadPlan usable = problems.isEmpty() ? plan : plan.withUsualSizes();
    new LoadSettings(usable, compared, unusable).check(profile, problems);
    return problems;
  }

  /**
   * Checks what the load asks of the reference, which is not said of the target already.
   *
   * @param reference its profile
   * @return every problem, one sentence each
   */
  public List<String> ofReference(Profile reference) {
    return Needs.problems(plan, reference).stream()
        .map(problem -> "--versus: " + reference.name() + ": " + problem)
        .toList();
  }

  /**
   * Says why a target cannot be put under any load.
   *
   * @param profile of the target
   * @return the first reason, in the words of {@link #problems}; empty if there is none
   */
  public static Optional<String> unfit(Profile profile) {
    return Needs.unfit(profile);
  }

  private void check(Profile profile, List<String> problems) {
    rate(problems);
    if (plan.users() < 1) {
      problems.add("--users: " + plan.users() + ": expected at least 1");
    }
    duration("--duration", plan.durationMs(), 1, problems);
    duration("--warmup", plan.warmupMs(), 0, problems);
    try {
      Popularity.of(plan.popularity());
    } catch (IllegalArgumentException e) {
      problems.add("--popularity: " + e.getMessage());
    }
    gates(problems);
    if (problems.isEmpty() && plan.workload() == Workload.CAPACITY) {
      levels(problems);
    }
    if (problems.isEmpty() && plan.workload() == Workload.VERSUS) {
      turns(problems);
    }
    if (problems.isEmpty()) {
      size(problems);
    }
    problems.addAll(Needs.problems(plan, profile));
  }

  private void gates(List<String> problems) {
    try {
      List<Gate> gates = Gates.parse(plan.gates());
      if (!compared) {
        gates.stream()
            .filter(gate -> gate.limit(plan.baseline()).isEmpty())
            .map(gate -> "--gate: gate '" + gate + "' asks for a baseline: expected --baseline RUN")
            .forEach(problems::add);
      }
      if (compared && gates.stream().noneMatch(gate -> gate.threshold().isRelative())) {
        problems.add(
            "--baseline: no gate asks for it: expected one, such as"
                + " --gate 'eviction.p99 <= 1.15 * baseline'");
      }
      Gates.contradictions(gates, plan.baseline()).forEach(p -> problems.add("--gate: " + p));
    } catch (GateException e) {
      e.problems().forEach(p -> problems.add("--gate: " + p));
    }
    problems.addAll(unusable);
  }

  private void rate(List<String> problems) {
    if (!plan.workload().hasRate() && plan.rate() != 0) {
      problems.add(
          "--rate: "
              + number(plan.rate())
              + ": "
              + plan.simulation()
              + " has none; how many come follows from --users and --size");
    } else if (plan.workload().hasRate()
        && (!(plan.rate() > 0) || Double.isInfinite(plan.rate()))) {
      problems.add("--rate: " + number(plan.rate()) + ": expected newcomers per second, above 0");
    } else if (plan.workload() == Workload.CAPACITY && plan.number("to") <= plan.rate()) {
      problems.add(
          "--size to: " + plan.size("to") + ": expected more than --rate, the lowest rate");
    }
  }

  /** Levels that are too short to measure say nothing of a rate. */
  private void levels(List<String> problems) {
    long each = plan.durationMs() / plan.count("climbs") - REST_MILLIS;
    if (each < LEAST_LEVEL_MILLIS * plan.count("levels")) {
      problems.add(
          String.format(
              Locale.ROOT,
              "--duration: %d ms: expected at least %d ms, for %d climbs of %d levels of half a"
                  + " second, and a rest of 2 s after each climb",
              plan.durationMs(),
              (LEAST_LEVEL_MILLIS * plan.count("levels") + REST_MILLIS) * plan.count("climbs"),
              plan.count("climbs"),
              plan.count("levels")));
    }
  }

  private void turns(List<String> problems) {
    int rounds = plan.count("rounds");
    if (plan.durationMs() < Turn.leastMillis(rounds)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "--duration: %d ms: expected at least %d ms, for %d rounds of two slots of half a"
                  + " second, and a rest of 0.3 s after each",
              plan.durationMs(),
              Turn.leastMillis(rounds),
              rounds));
    }
  }

  /** Connections of strangers that no takeover may touch. */
  public static int canaries(LoadPlan plan) {
    return plan.workload() == Workload.DUEL ? plan.count("canaries") : CANARIES;
  }

  private static void duration(String option, long millis, long least, List<String> problems) {
    if (millis < least || millis > LONGEST.toMillis()) {
      String expected = least == 0 ? "0s to 24h" : "1ms to 24h";
      problems.add(option + ": " + millis + " ms: expected " + expected);
    }
  }

  private void size(List<String> problems) {
    if (plan.total() > MOST_NEWCOMERS) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s for %d s is %,d newcomers: expected at most %,d",
              plan.workload().hasRate() ? "--rate " + number(plan.rate()) : plan.simulation(),
              (plan.warmupMs() + plan.durationMs()) / 1000,
              plan.total(),
              MOST_NEWCOMERS));
    }
    if (!plan.workload().isReactive() && plan.total() - plan.warmups() < 1) {
      problems.add(
          (plan.workload().hasRate() ? "--rate " + number(plan.rate()) : plan.simulation())
              + " for "
              + plan.durationMs()
              + " ms is no newcomer at all: expected at least one");
    }
    int sides = plan.workload() == Workload.VERSUS ? 2 : 1;
    long most = (Machine.descriptors() - OTHER_DESCRIPTORS) / sides - canaries(plan);
    if (plan.users() > most) {
      problems.add(
          String.format(
              Locale.ROOT,
              "--users: %d: expected at most %d, since the limit of open files is %d;"
                  + " raise it with ulimit -n %d",
              plan.users(),
              Math.max(0, most),
              Machine.descriptors(),
              sides * (plan.users() + 2L * OTHER_DESCRIPTORS)));
    }
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** Reads a duration such as {@code 10s}; -1 if it is none. */
  static long millis(String text) {
    return text.matches("0(ms|s|m|h)?")
        ? 0
        : Durations.parse(text).map(Duration::toMillis).orElse(-1L);
  }
}
