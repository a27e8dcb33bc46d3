package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Where a profile says that a later step decides, who stops before it evicts nobody (A5). */
@Isolated("it is the honest server that a busy machine would accuse")
class DecidingStepTest {

  private static final String CASE = "A5.handshake-never-completes";

  @TempDir private Path folder;

  private CaseResult judge(String path, String send, String expect) throws Exception {
    ServerConfig config = ServerConfig.builder().force(Suite.FORCE).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      Map<String, String> dialogue =
          Map.of(
              "url", "'ws://127.0.0.1:" + server.port() + path + "'",
              "dialogue", "[ { send: '" + send + "' }, { expect: '" + expect + "' } ]");
      Profile profile = Suite.profile(server.port(), dialogue);
      List<CaseInfo> only = Suite.all().stream().filter(c -> c.id().equals(CASE)).toList();
      return Suite.judge(profile, folder, only).cases().get(0);
    }
  }

  @Test
  void aServerThatWaitsForItIsNotAccused() throws Exception {
    CaseResult result =
        judge("/auth", "{\"type\":\"auth\",\"user\":\"{user}\"}", "\"type\":\"welcome\"");
    assertEquals(Verdict.PASS, result.verdict(), result.text());
    String expected = result.findings().toString();
    assertTrue(expected.contains("silent before the deciding step"), expected);
  }

  @Test
  void aServerThatTakesOverBeforeItIsFound() throws Exception {
    CaseResult result =
        judge("/ws?user={user}", "{\"type\":\"ping\",\"id\":\"x\"}", "\"type\":\"pong\"");
    assertEquals(Verdict.FAIL, result.verdict(), result.text());
    assertTrue(result.text().contains("silent before the deciding step"), result.text());
  }
}
