package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A profile's limits are never exceeded, also by the cases that want as much as they can get. */
@Isolated
class LimitsTest {

  private static final int CONNECTIONS = 50;
  private static final int A_SECOND = 200;

  private static final Set<String> GREEDY =
      Set.of("D1.barrier", "J3.everybody-returns", "E3.many-stalled-evictees", "A2.newest-stays");

  @TempDir private Path folder;

  @Test
  void neitherConnectionsNorConnectsPerSecondAreEverMore() throws Exception {
    ServerConfig config = ServerConfig.builder().force(Suite.FORCE).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      Map<String, String> limits =
          Map.of(
              "limits.connections", "" + CONNECTIONS, "limits.connects-per-second", "" + A_SECOND);
      Profile profile = Suite.profile(server.port(), limits);
      List<CaseInfo> greedy = Suite.all().stream().filter(c -> GREEDY.contains(c.id())).toList();
      ConformanceRun.Outcome outcome = Suite.judge(profile, folder, greedy);
      assertEquals(GREEDY.size(), outcome.cases().size());
      outcome.cases().forEach(c -> assertEquals(Verdict.PASS, c.verdict(), c.id() + c.reason()));
    }
    List<Long> opened = new ArrayList<>();
    int open = 0;
    int most = 0;
    for (JsonNode event : events()) {
      String kind = event.path("e").asText();
      if (kind.equals("tcp-open")) {
        opened.add(event.path("t").asLong());
        most = Math.max(most, ++open);
      } else if (kind.equals("abandoned")) {
        open--;
      }
    }
    assertTrue(most > CONNECTIONS / 2 && most <= CONNECTIONS, most + " at a time");
    int fastest = 0;
    for (int i = 0; i < opened.size(); i++) {
      int within = i;
      while (within < opened.size() && opened.get(within) - opened.get(i) < 900_000_000L) {
        within++;
      }
      fastest = Math.max(fastest, within - i);
    }
    assertTrue(fastest > A_SECOND / 4 && fastest <= A_SECOND, fastest + " in 0.9 s");
  }

  /** In the order of time. */
  private List<JsonNode> events() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("history.jsonl"))) {
      JsonNode event = json.readTree(line);
      if (event.has("t")) {
        events.add(event);
      }
    }
    events.sort(java.util.Comparator.comparingLong(e -> e.path("t").asLong()));
    return events;
  }
}
