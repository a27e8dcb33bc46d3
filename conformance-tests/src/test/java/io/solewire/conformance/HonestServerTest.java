package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone on the machine, because it is the honest server that a busy one would accuse. */
@Isolated
class HonestServerTest {

  @RepeatedTest(3)
  void passesEveryCase(@TempDir Path folder) throws Exception {
    ServerConfig config = ServerConfig.builder().force(Suite.FORCE).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      ConformanceRun.Outcome outcome =
          Suite.judge(Suite.profile(server.port()), folder, Suite.all());
      assertEquals(Suite.all().size(), outcome.cases().size(), "number of cases executed");
      assertAll(outcome.cases().stream().flatMap(HonestServerTest::passes));
    }
  }

  private static Stream<Executable> passes(CaseResult result) {
    String text = result.id() + ": " + result.reason() + "\n" + result.text();
    return Stream.of(() -> assertEquals(Verdict.PASS, result.verdict(), text));
  }
}
