package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each simulation passes an honest server, and fails one with a fault that fits it. */
@Isolated("a generator that shares its processors with other tests is not healthy")
@Timeout(120)
class SimulationsTest {

  /** With a warm-up, where there can be one: in a JVM that is cold, code is compiled meanwhile. */
  private static final Map<String, String> PLANS =
      Map.of(
          "contention",
          "--users 20 --rate 80 --warmup 1500ms --duration 2s",
          "storm",
          "--users 80 --size within=1s --size pause=500ms --warmup 0s --duration 2500ms",
          "duel",
          "--users 5 --size pause=20ms --size canaries=40 --warmup 1500ms --duration 2s",
          "duel that is damped at once",
          "--users 5 --size pause=20ms --size canaries=40 --warmup 0s --duration 2s",
          "churn",
          "--users 60 --rate 40 --size mix=takeover:4,leave:1,crash:1,publish:4"
              + " --warmup 1500ms --duration 4s",
          "storm in a rush",
          "--users 80 --size within=100ms --size pause=500ms --warmup 0s --duration 2s");

  @TempDir private Path folder;

  /** By one of the plans, which begins with the simulation's name. */
  private Ended load(String plan, Target target, String... more) throws Exception {
    String[] declared = {"--simulation", name(plan), "--set", "delivery=exactly-once"};
    return Cli.run(
        Cli.load(
            folder,
            PLANS.get(plan),
            Stream.of(
                    Stream.of(target.profile(folder)), Arrays.stream(declared), Arrays.stream(more))
                .flatMap(s -> s)
                .toArray(String[]::new)));
  }

  private static String name(String plan) {
    return plan.split(" ")[0];
  }

  private static LoadResult.RuleFinding finding(RunResult result, String rule) {
    return result.load().findings().stream()
        .filter(f -> f.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + " was not judged: " + result.load()));
  }

  /** At least so many takeovers, and so often its own rules were seen to hold. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "contention, 10, D1 D2, 2",
    "storm, 40, J3, 60",
    "duel, 40, L2 D6, 5",
    "churn, 20, F2 F3 F4, 5"
  })
  void anHonestServerPassesEverySimulation(
      String simulation, int takeovers, String rules, int observed) throws Exception {
    Ended ended;
    try (Target target = Target.honest()) {
      ended = load(simulation, target);
    }
    RunResult result = StoredRunTest.result(folder);
    Loads.assertNobodyAccused(result);
    Loads.orTooBusy(result);
    assertEquals(simulation, result.load().simulation());
    assertTrue(result.load().takeovers() >= takeovers, result.load().toString());
    for (String rule : rules.split(" ")) {
      LoadResult.RuleFinding finding = finding(result, rule);
      assertTrue(finding.observed() >= observed, finding.toString());
    }
    ended.with(ExitCode.OK).saying("evicts in ");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "contention, two-winners, D1, survive and answer",
    "contention, wrong-code-in-a-race, B3, was closed with 4133",
    "storm in a rush, refuses-herd, J3, nobody survives",
    "duel, duel-kicks-strangers, E1, while another user was taken over",
    "duel, locks-out, D6, locked out",
    "storm in a rush, late-leave, A2, though nobody came after it",
    "churn, delivers-twice, F2, came more than once",
    "churn, removes-by-user, A1, both are alive"
  })
  void aFaultThatFitsFailsASimulation(String plan, String fault, String rule, String words)
      throws Exception {
    String[] more = fault.equals("refuses-herd") ? new String[] {"--strict"} : new String[0];
    Ended ended;
    try (Target target = Target.with(fault)) {
      ended = load(plan, target, more);
    }
    RunResult result = StoredRunTest.result(folder);
    if (result.exitCode() == ExitCode.UNPROVEN.number()) {
      Loads.orTooBusy(result);
    }
    ended.with(ExitCode.BROKEN);
    LoadResult.RuleFinding finding = finding(result, rule);
    Verdict expected = finding.level().equals("MUST") ? Verdict.FAIL : Verdict.WARN;
    assertEquals(expected, finding.verdict(), finding.toString());
    assertTrue(finding.actual().contains(words), finding.toString());
    assertTrue(finding.text().contains("load." + name(plan)), finding.text());
    isJudgedAgainAsItWas(result, more);
  }

  private void isJudgedAgainAsItWas(RunResult first, String... more) {
    Path again = folder.resolve("again");
    Stream<String> check = Stream.of("check", folder.toString(), "--out", again.toString());
    Cli.run(Stream.concat(check, Arrays.stream(more)).toArray(String[]::new)).with(ExitCode.BROKEN);
    RunResult second = StoredRunTest.result(again);
    assertEquals(first.verdict(), second.verdict());
    assertEquals(first.load().takeovers(), second.load().takeovers());
    assertEquals(brief(first), brief(second));
  }

  private static List<String> brief(RunResult result) {
    return result.load().findings().stream()
        .map(f -> f.rule() + " " + f.verdict() + " " + f.bad() + " of " + f.observed())
        .toList();
  }

  @Test
  void aDamperThatIsDeclaredEndsADuelAndIsNotAccused() throws Exception {
    Ended ended;
    try (Target target = Target.as("damps-duels")) {
      ended =
          load(
              "duel that is damped at once",
              target,
              "--set",
              "damper={after: 20, in: 1s}",
              "--set",
              "refused.status=[409]");
    }
    RunResult result = StoredRunTest.result(folder);
    Loads.assertNobodyAccused(result);
    assertTrue(result.load().takeovers() >= 20, result.load().toString());
    assertTrue(result.load().problems().containsKey("HTTP 409"), "it has set in");
    Loads.orTooBusy(result);
    ended.with(ExitCode.OK);
  }
}
