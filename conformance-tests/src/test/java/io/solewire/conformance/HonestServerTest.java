package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HonestServerTest {

  @Test
  void noCaseAccusesTheHonestServer(@TempDir Path folder) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(ServerConfig.builder().build())) {
      long start = System.nanoTime();
      List<CaseResult> results = Suite.with(Map.of()).judge(server, folder, Suite.all());
      System.out.println("TOOK " + (System.nanoTime() - start) / 1000000);
      for (CaseResult r : results) {
        System.out.println(
            r.id()
                + " "
                + r.verdict()
                + " "
                + r.seen()
                + " "
                + r.durationMs()
                + " "
                + r.reason()
                + "\n"
                + (r.text() == null ? "" : r.text()));
      }
      assertEquals(
          List.of(),
          results.stream().filter(r -> r.verdict() != Verdict.PASS).map(CaseResult::text).toList());
    }
  }
}
