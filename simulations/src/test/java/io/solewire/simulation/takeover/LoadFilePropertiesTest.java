package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.solewire.load.LoadPlan;
import io.solewire.load.Workload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load file, an earlier run and whose host it is, as system properties name them. */
class LoadFilePropertiesTest {

  private static final String RESULT =
      """
      {"format": 1, "tool": "solewire 0.1.0", "startedAt": "2026-11-28T10:00:00Z", "cases": [],
       "verdict": "pass", "exitCode": 0, "target": {"name": "acme", "url": "ws://acme.example"},
       "load": {"simulation": "contention", "rate": 39.5,
         "planned": {"rate": 40, "users": 30, "durationMs": 9000, "warmupMs": 0,
           "popularity": "uniform", "sizes": {"at-once": "3"}},
         "metrics": {"eviction": {"count": 300, "p99": 1437}}, "generator": {"healthy": true}}}
      """;

  @TempDir private Path folder;
  private final Properties properties = new Properties();

  @BeforeEach
  void aTargetAndALoad() throws IOException {
    set("target", Plans.URL);
    set("out", folder.resolve("out").toString());
    set("loadFile", folder.resolve("load.yaml").toString());
    Files.writeString(folder.resolve("result.json"), RESULT);
    load("gates: [eviction.p99 <= 1.15 * baseline]", "baseline: result.json");
  }

  private void load(String... more) throws IOException {
    String first = "simulation: contention\nusers: 30\nrate: 40\nsizes: {at-once: 3}\nseed: 7\n";
    Files.writeString(folder.resolve("load.yaml"), first + String.join("\n", more));
  }

  private void set(String name, String value) {
    properties.setProperty("solewire." + name, value);
  }

  private LoadRequest request() {
    return LoadProperties.request(Workload.CONTENTION, properties);
  }

  private List<String> problems() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, this::request);
    String file = folder.resolve("load.yaml").toString();
    return e.getMessage().replace(file, "load.yaml").lines().toList();
  }

  @Test
  void theFileIsTheLoadAndItsBaselineStandsBesideIt() {
    LoadRequest request = request();
    assertEquals(
        new LoadPlan(
            "contention",
            40,
            30,
            Workload.CONTENTION.usual().warmupMs(),
            Workload.CONTENTION.usual().durationMs(),
            "uniform",
            List.of("eviction.p99 <= 1.15 * baseline"),
            Map.of("at-once", "3"),
            Map.of("eviction.p99", BigDecimal.valueOf(1_437)),
            null),
        request.plan());
    assertEquals(7, request.seed());
  }

  @Test
  void propertiesWin() {
    set("seed", "8");
    set("gates", "rate >= 0.9 * baseline; errors == 0");
    set("warmup", "0s");
    LoadRequest request = request();
    assertEquals(List.of("rate >= 0.9 * baseline", "errors == 0"), request.plan().gates());
    assertEquals(Map.of("rate", new BigDecimal("39.5")), request.plan().baseline());
    assertEquals(List.of(8L, 0L), List.of(request.seed(), request.plan().warmupMs()));
    set("rate", "41");
    assertEquals(1, problems().size());
    set("baseline", folder.resolve("nowhere").toString());
    assertEquals(
        List.of(
            "--baseline "
                + folder.resolve("nowhere")
                + ": expected the folder of a run or its result.json"),
        problems());
  }

  @Test
  void numbersThatComeAlongNeedNoFile() throws IOException {
    Files.delete(folder.resolve("result.json"));
    set("baselineNumbers", "eviction.p99=1400.5");
    assertEquals(Map.of("eviction.p99", new BigDecimal("1400.5")), request().plan().baseline());
  }

  @Test
  void whatIsWrongIsSaidOfTheFilesLinesOrOfTheProperty() throws IOException {
    load("gates: [errors == 0.5]", "popularity: fair");
    set("users", "0");
    assertEquals(
        List.of("--users", "load.yaml:7: popularity", "load.yaml:6: gates.1"),
        problems().stream().map(p -> p.replaceFirst(": ('|gate '|0).*", "")).toList());
    load("user: 5");
    assertEquals(
        List.of("load.yaml:6: user: expected a known key (unknown key, did you mean `users`?)"),
        problems());
  }

  @Test
  void theFileIsOfTheSimulationThatRuns() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> LoadProperties.request(Workload.STORM, properties));
    assertEquals(
        folder.resolve("load.yaml") + ":1: simulation: 'contention': expected storm",
        e.getMessage());
  }

  @Test
  void aHostThatIsElsewhereIsNamed() {
    set("target", "ws://acme.example/{user}");
    assertEquals(1, problems().size());
    set("iOwnThisHost", "acme.example");
    assertEquals("contention", request().plan().simulation());
  }
}
