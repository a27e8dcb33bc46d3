package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.solewire.load.LoadPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is started, and with which words. */
class LoadSettingsTest {

  private static final long DAY = 24 * 3_600_000;

  private static List<String> problems(LoadPlan plan, Map<String, String> profile) {
    return new LoadSettings(plan).problems(Plans.profile(profile));
  }

  private static List<String> problems(LoadPlan plan) {
    return problems(plan, Map.of());
  }

  @Test
  void aUsualLoadHasNoProblem() {
    assertEquals(List.of(), problems(Plans.usual()));
    assertEquals(List.of(), problems(Plans.of(0.5, 1, 0, 2_000)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0.0, 0", "-3, -3", "-0.5, -0.5", "NaN, NaN", "Infinity, Infinity"})
  void aRateIsAboveZeroAndFinite(double rate, String written) {
    assertEquals(
        List.of("--rate: " + written + ": expected newcomers per second, above 0"),
        problems(Plans.of(rate, 5, 1_000, 9_000)));
  }

  @Test
  void thereIsSomebody() {
    assertEquals(
        List.of("--users: 0: expected at least 1"), problems(Plans.of(10, 0, 1_000, 9_000)));
    assertEquals(
        List.of("--users: -7: expected at least 1"), problems(Plans.of(10, -7, 1_000, 9_000)));
  }

  @Test
  void usersAreNotMoreThanDescriptors() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    assumeTrue(system instanceof UnixOperatingSystemMXBean, "there is no limit of open files here");
    long limit = ((UnixOperatingSystemMXBean) system).getMaxFileDescriptorCount();
    int most = Math.toIntExact(limit - 300 - 5);
    assertEquals(List.of(), problems(Plans.of(10, most, 1_000, 9_000)));
    assertEquals(
        List.of(
            ("--users: %d: expected at most %d, since the limit of open files is %d;"
                    + " raise it with ulimit -n %d")
                .formatted(most + 1, most, limit, most + 601)),
        problems(Plans.of(10, most + 1, 1_000, 9_000)));
  }

  @Test
  void somethingIsMeasured() {
    assertEquals(
        List.of("--duration: 0 ms: expected 1ms to 24h"), problems(Plans.of(10, 5, 1_000, 0)));
    assertEquals(
        List.of("--duration: -1 ms: expected 1ms to 24h"), problems(Plans.of(10, 5, 1_000, -1)));
    assertEquals(
        List.of("--rate 0.1 for 1 ms is no newcomer at all: expected at least one"),
        problems(Plans.of(0.1, 5, 5_000, 1)));
  }

  @Test
  void aLoadEndsWithinADay() {
    assertEquals(List.of(), problems(Plans.of(1, 5, DAY, DAY)));
    assertEquals(
        List.of(
            "--duration: 86400001 ms: expected 1ms to 24h",
            "--warmup: 86400002 ms: expected 0s to 24h"),
        problems(Plans.of(1, 5, DAY + 2, DAY + 1)));
    assertEquals(
        List.of("--warmup: -1 ms: expected 0s to 24h"), problems(Plans.of(1, 5, -1, 1_000)));
  }

  @Test
  void sixtyMillionNewcomersAreRefusedAndFiftyAreNot() {
    assertEquals(List.of(), problems(Plans.of(10_000, 5, 0, 5_000_000)));
    assertEquals(
        List.of("--rate 10000 for 6000 s is 60,000,000 newcomers: expected at most 50,000,000"),
        problems(Plans.of(10_000, 5, 1_000_000, 5_000_000)));
    assertTrue(problems(Plans.of(1e300, 5, 0, 1_000)).get(0).startsWith("--rate 1.0E300 for 1 s"));
  }

  @Test
  void gatesHaveTheirBaselineAndContradictNothing() {
    LoadPlan usual = Plans.usual();
    List<String> gates = List.of("eviction.p99 <= 1.15 * baseline", "errors > 0", "errors == 0");
    LoadPlan plan =
        new LoadPlan(
            usual.simulation(),
            usual.rate(),
            usual.users(),
            usual.warmupMs(),
            usual.durationMs(),
            "uniform",
            gates);
    String contradiction =
        "--gate: gates 'errors > 0' and 'errors == 0': no number can hold them together: expected"
            + " gates that one errors can hold";
    assertEquals(
        List.of(
            "--gate: gate 'eviction.p99 <= 1.15 * baseline' asks for a baseline: expected"
                + " --baseline RUN",
            contradiction),
        problems(plan));
    assertEquals(
        List.of(contradiction), problems(plan.against(Map.of("eviction.p99", BigDecimal.ONE))));
  }

  @Test
  void onlyTakeoversCanBeMeasured() {
    String why =
        "policy: refuse-newcomer: expected newest-wins, since takeovers are what is measured";
    assertEquals(List.of(why), problems(Plans.usual(), Map.of("policy", "refuse-newcomer")));
  }

  @Test
  void aMistypedSimulationIsToldWhichThereAre() {
    LoadPlan other = new LoadPlan("strom", 10, 5, 1_000, 9_000, "uniform", List.of());
    assertEquals(
        List.of(
            "--simulation: 'strom': expected one of takeover, contention, storm, hold, duel, churn,"
                + " soak, capacity, versus; did you mean storm?"),
        problems(other));
  }

  private static LoadPlan sized(String simulation, double rate, Map<String, String> sizes) {
    return new LoadPlan(simulation, rate, 5, 1_000, 9_000, "uniform", List.of(), sizes);
  }

  @Test
  void sizesAreThoseOfTheSimulation() {
    assertEquals(List.of(), problems(sized("contention", 10, Map.of("at-once", "3"))));
    assertEquals(
        List.of("--size at-once: takeover has none, expected none"),
        problems(sized("takeover", 10, Map.of("at-once", "3"))));
    assertEquals(
        List.of(
            "--size at-once: '1': expected a whole number from 2 to 1000",
            "--size in: contention has none, expected one of at-once"),
        problems(sized("contention", 10, Map.of("at-once", "1", "in", "3s"))));
    assertEquals(
        List.of(
            "--size pause: '0s': expected a time from 1ms to 1h, such as 250ms",
            "--size within: 'soon': expected a time from 1ms to 1h, such as 250ms"),
        problems(sized("storm", 0, Map.of("within", "soon", "pause", "0s"))));
    assertEquals(
        List.of(
            "--size mix: 'leave:1': expected such as takeover:6,leave:2,crash:1,publish:1, each"
                + " once, with weights from 1 to 1000, takeover among them"),
        problems(sized("churn", 10, Map.of("mix", "leave:1"))));
  }

  @Test
  void whatHasNoRateOfItsOwnTakesNone() {
    assertEquals(
        List.of("--rate: 7: duel has none; how many come follows from --users and --size"),
        problems(sized("duel", 7, Map.of())));
    assertEquals(
        List.of("--size to: 5: expected more than --rate, the lowest rate"),
        problems(sized("capacity", 10, Map.of("to", "5"))));
  }

  @Test
  void levelsThatAreTooShortToMeasureAreRefused() {
    assertEquals(
        List.of(
            "--duration: 9000 ms: expected at least 18000 ms, for 3 climbs of 8 levels of half a"
                + " second, and a rest of 2 s after each climb"),
        problems(sized("capacity", 10, Map.of())));
    assertEquals(List.of(), problems(sized("capacity", 10, Map.of("levels", "2"))));
  }

  @Test
  void theProfilesLimitOfConnectsHoldsForEverySimulation() {
    Map<String, String> limits = Map.of("limits", "{ connects-per-second: 50 }");
    assertEquals(
        List.of("storm: 500: expected at most 50, since limits.connects-per-second is that"),
        problems(sized("storm", 0, Map.of("within", "10ms")), limits));
    assertEquals(
        List.of("--rate: 60: expected at most 50, since limits.connects-per-second is that"),
        problems(sized("capacity", 10, Map.of("to", "60", "levels", "2")), limits));
  }

  @Test
  void theProfilesLimitOfConnectionsLeavesRoomForStrangersAndOneMore() {
    Map<String, String> limits = Map.of("limits", "{ connections: 20 }");
    assertEquals(List.of(), problems(Plans.of(10, 14, 1_000, 9_000), limits));
    assertEquals(
        List.of("--users: 15: expected at most 14, since limits.connections is 20"),
        problems(Plans.of(10, 15, 1_000, 9_000), limits));
    assertEquals(
        List.of("--users: 5: expected at most 0, since limits.connections is 3"),
        problems(Plans.usual(), Map.of("limits", "{ connections: 3 }")));
  }

  @Test
  void accountsAreEnoughForStrangersAndOneMoreAndNobodyLogsIn(@TempDir Path folder)
      throws IOException {
    Path accounts = folder.resolve("users.csv");
    Files.writeString(accounts, "user\n" + rows(12));
    Map<String, String> credentials = Map.of("credentials", accounts.toString());
    assertEquals(List.of(), problems(Plans.of(10, 6, 1_000, 9_000), credentials));
    assertEquals(
        List.of("--users: 7: expected at most 6, since credentials has 12 accounts"),
        problems(Plans.of(10, 7, 1_000, 9_000), credentials));
    assertEquals(
        "--users: 2147483647: expected at most 6, since credentials has 12 accounts",
        problems(Plans.of(0, Integer.MAX_VALUE, 1_000, 9_000), credentials).get(1));
    assertEquals(
        List.of(
            "login: expected jwt, or credentials with tokens: a load makes no logins in this"
                + " release"),
        problems(Plans.usual(), Map.of("login", "{ command: [x] }")));
  }

  private static String rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> "u" + i + "\n").collect(Collectors.joining());
  }

  @Test
  void theLargestNumberOfUsersExceedsALimitToo() {
    List<String> problems =
        problems(
            Plans.of(0, Integer.MAX_VALUE, 1_000, 9_000), Map.of("limits", "{ connections: 20 }"));
    assertEquals(
        "--users: 2147483647: expected at most 14, since limits.connections is 20",
        problems.get(problems.size() - 1));
  }

  @Test
  void theProfilesLimitOfConnectsIsKept() {
    Map<String, String> limits = Map.of("limits", "{ connects-per-second: 50 }");
    assertEquals(List.of(), problems(Plans.of(50, 5, 1_000, 9_000), limits));
    assertEquals(
        List.of("--rate: 50.5: expected at most 50, since limits.connects-per-second is that"),
        problems(Plans.of(50.5, 5, 1_000, 9_000), limits));
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    LoadPlan plan =
        new LoadPlan(
            "dual", 0, 0, -1, 0, "pareto", List.of("eviction.p99 < 50 parsecs", "nonsense"));
    List<String> problems =
        problems(plan, Map.of("policy", "none", "limits", "{ connections: 3 }"));
    List<String> begin = problems.stream().map(p -> p.substring(0, p.indexOf(':'))).toList();
    assertEquals(
        List.of(
            "--simulation",
            "--rate",
            "--users",
            "--duration",
            "--warmup",
            "--popularity",
            "--gate",
            "--gate",
            "policy",
            "--users"),
        begin);
    assertTrue(problems.get(6).contains("parsecs"), problems.get(6));
    assertTrue(problems.get(7).contains("nonsense"), problems.get(7));
  }

  @ParameterizedTest
  @CsvSource({
    "10s, 10000",
    "500ms, 500",
    "1.5s, 1500",
    "2m, 120000",
    "10, -1",
    "ten, -1",
    "-1s, -1"
  })
  void durationsAreReadAsMilliseconds(String text, long millis) {
    assertEquals(millis, LoadSettings.millis(text));
  }
}
