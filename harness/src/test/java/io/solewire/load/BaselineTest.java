package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.load.gate.Gates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an earlier run has to be to be compared with. */
class BaselineTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LATENCY = "eviction.p99 <= 1.15 * baseline";

  @TempDir private Path folder;
  private final ObjectNode result = JSON.createObjectNode();

  private LoadPlan plan =
      new LoadPlan(
          "contention",
          400,
          1_000,
          5_000,
          20_000,
          "uniform",
          List.of(LATENCY, "rate >= 0.9 * baseline", "errors == 0"),
          Map.of("at-once", "8"));

  BaselineTest() {
    result.put("format", 1).put("tool", "solewire 0.1.0").put("startedAt", "2026-11-28T10:00:00Z");
    result.put("verdict", "pass").put("exitCode", 0).putArray("cases");
    result.putObject("target").put("name", "acme").put("url", "ws://acme.example");
    ObjectNode load = result.putObject("load");
    load.put("simulation", "contention").put("rate", 399.5);
    load.putObject("planned")
        .put("rate", 400.0)
        .put("users", 1_000)
        .put("durationMs", 60_000)
        .put("warmupMs", 10_000)
        .put("popularity", "uniform");
    load.withObject("/metrics/eviction").put("count", 7_000).put("p99", 1_437);
    load.putObject("generator").put("healthy", true);
  }

  private ObjectNode load() {
    return (ObjectNode) result.get("load");
  }

  private Path file() throws IOException {
    return Files.writeString(folder.resolve("result.json"), result.toString());
  }

  private Baseline baseline(Path run) throws IOException {
    file();
    return Baseline.of(run, plan, Gates.parse(plan.gates()));
  }

  private List<String> problems() throws IOException {
    String begin = "--baseline " + folder + ": " + folder.resolve("result.json") + ": ";
    Baseline baseline = baseline(folder);
    baseline.problems().forEach(p -> assertTrue(p.startsWith(begin), p));
    return baseline.problems().stream().map(p -> p.substring(begin.length())).toList();
  }

  @Test
  void givesTheNumbersThatGatesAskForOfAFolderOrAFile() throws Exception {
    Map<String, BigDecimal> numbers =
        Map.of("eviction.p99", BigDecimal.valueOf(1_437), "rate", new BigDecimal("399.5"));
    for (Path run : List.of(folder, file(), Files.createSymbolicLink(link(), folder))) {
      assertEquals(new Baseline(numbers, List.of()), baseline(run));
    }
  }

  private Path link() {
    return folder.resolve("latest");
  }

  @Test
  void isWhatStandsInAPlanAndItsHistory() throws Exception {
    LoadPlan compared = plan.against(baseline(folder).numbers());
    assertTrue(compared.toJson().contains("\"baseline\":{\"eviction.p99\":1437,\"rate\":399.5}"));
    assertEquals(compared, LoadPlan.ofJson(compared.toJson()));
    assertEquals(
        compared, LoadPlan.ofJson(compared.toJson().replace("1437", "1437.000")), "whatever scale");
    LoadPlan alone = new LoadPlan("takeover", 1, 3, 0, 1_000, "uniform", List.of());
    assertTrue(!alone.toJson().contains("baseline"), "an older release can read it");
    assertEquals(alone, LoadPlan.ofJson(alone.toJson()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          simulation   | "takeover" | load.simulation is takeover, expected contention as in this load
          rate         | "fast"     | load.rate is "fast", expected a number
          planned/rate | 500        | load.planned.rate is 500, expected 400 as in this load
          planned/users | 999       | load.planned.users is 999, expected 1000 as in this load
          planned/popularity | "zipf:1" | load.planned.popularity is zipf:1, expected uniform as in this load
          planned/sizes | {"at-once":"9"} | load.planned.sizes.at-once is 9, expected 8 as in this load
          planned/sizes | {"at-once":"x"} | load.planned.sizes.at-once is x, expected 8 as in this load
          planned      | null       | load.planned is missing, expected what was planned
          metrics      | {}         | load.metrics.eviction is without samples, expected some, since the gate 'eviction.p99 <= 1.15 * baseline' asks for eviction.p99
          generator    | {"healthy":false,"reason":"swapped\\u001b[2J"} | load.generator.healthy is false (swapped\\u001b[2J), expected true: with numbers that prove nothing there is nothing to compare
          """)
  void isNoOtherLoadAndNotOneThatProvedNothing(String key, String value, String problem)
      throws Exception {
    ObjectNode owner = key.contains("/") ? (ObjectNode) load().get("planned") : load();
    owner.set(key.replaceFirst(".*/", ""), JSON.readTree(value));
    assertEquals(List.of(problem), problems());
  }

  @Test
  void mayBeAnotherSpellingOfTheSameSizes() throws Exception {
    load().withObject("/planned/sizes").put("at-once", "08");
    assertEquals(List.of(), problems());
  }

  @Test
  void hasTheSameLengthWhereWhatIsCountedGrowsWithIt() throws Exception {
    load().put("takeovers", 7_000);
    plan =
        new LoadPlan(
            "contention",
            400,
            1_000,
            5_000,
            20_000,
            "uniform",
            List.of("takeovers >= 0.9 * baseline"));
    assertEquals(
        List.of(
            "load.planned.durationMs is 60000, expected 20000 as in this load, since takeovers"
                + " grows with the time",
            "load.planned.warmupMs is 10000, expected 5000 as in this load, since takeovers grows"
                + " with the time"),
        problems());
  }

  @Test
  void isToldEverythingThatIsWrongWithItAtOnce() throws Exception {
    load().withObject("/planned").put("rate", 500).put("users", 5);
    load().remove("metrics");
    load().remove("generator");
    assertEquals(5, problems().size(), problems().toString());
  }

  @Test
  void isARunWithALoad() throws Exception {
    result.remove("load");
    assertEquals(List.of("load is missing, expected a run with a load"), problems());
    result.put("exitCode", "zero").remove("verdict");
    assertTrue(problems().get(0).startsWith("verdict is missing, expected one of "));
    assertTrue(problems().get(1).startsWith("exitCode is \"zero\", expected a whole number"));
  }

  @Test
  void isThere() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    assertEquals(
        List.of("--baseline " + nowhere + ": expected the folder of a run or its result.json"),
        baseline(nowhere).problems());
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(
        List.of(
            "--baseline "
                + empty
                + ": expected the folder of a run or its result.json, but there is no "
                + empty.resolve("result.json")),
        baseline(empty).problems());
  }
}
