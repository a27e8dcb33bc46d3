package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.registry.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a profile claims and the server does not do is found, or proves nothing: never green. */
@Isolated("it is the honest server that a busy machine would accuse")
class ClaimsTest {

  @TempDir private Path folder;

  private Map<String, Verdict> judge(Profile profile, Set<String> ids) throws Exception {
    List<CaseResult> results =
        Suite.judge(
                profile, folder, Suite.all().stream().filter(c -> ids.contains(c.id())).toList())
            .cases();
    return results.stream().collect(Collectors.toMap(CaseResult::id, CaseResult::verdict));
  }

  @Test
  void aServerThatAsksForNoTokenAndWaitsForEverDoesNotPassForOneThatDoes() throws Exception {
    ServerConfig plain = ServerConfig.builder().force(Suite.FORCE).build();
    try (ReferenceServer server = ReferenceServer.start(plain)) {
      Map<String, Verdict> expected =
          Map.of(
              "A4.wrong-credentials", Verdict.INCONCLUSIVE,
              "B7.refused-newcomer", Verdict.INCONCLUSIVE,
              "G4.silent-and-alone", Verdict.WARN,
              "H5.credentials-of-another", Verdict.FAIL);
      assertEquals(expected, judge(Suite.fullProfile(server.port()), expected.keySet()));
    }
  }

  private Map<String, Verdict> refusing(Map<String, String> more) throws Exception {
    ServerConfig refuses =
        ServerConfig.builder()
            .force(Suite.FORCE)
            .policy(new Policy(Policy.kind("refuse-newcomer"), 1))
            .build();
    Set<String> ids = Set.of("B7.refused-newcomer", "D1.barrier", "A1.two-in-turn");
    try (ReferenceServer server = ReferenceServer.start(refuses)) {
      String url = "'ws://127.0.0.1:" + server.port() + "/auth'";
      String login = "[ {send: '{\"type\":\"auth\",\"user\":\"{user}\"}'}, {expect: welcome} ]";
      Map<String, String> set = Map.of("policy", "refuse-newcomer", "url", url, "dialogue", login);
      Map<String, String> all = new java.util.HashMap<>(set);
      all.putAll(more);
      return judge(Suite.profile(server.port(), all), ids);
    }
  }

  @Test
  void aServerThatRefusesTheNewcomerIsJudgedByWhatItPromises() throws Exception {
    assertEquals(
        Map.of(
            "A1.two-in-turn", Verdict.NOT_APPLICABLE,
            "B7.refused-newcomer", Verdict.PASS,
            "D1.barrier", Verdict.PASS),
        refusing(Map.of("refused", "{ codes: [4009] }")));
  }

  @Test
  void aRefusalByTheCodeOfAnEvictionIsFound() throws Exception {
    Map<String, Verdict> verdicts =
        refusing(Map.of("evicted.codes", "[4009]", "refused", "{ codes: [4009] }"));
    assertEquals(Verdict.FAIL, verdicts.get("B7.refused-newcomer"));
  }
}
