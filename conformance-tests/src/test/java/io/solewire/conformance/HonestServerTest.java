package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone on the machine, because it is the honest server that a busy one would accuse. */
@Isolated
class HonestServerTest {

  /** Everything is declared, so nothing may be left out. */
  @RepeatedTest(3)
  void passesEveryCase(@TempDir Path folder) throws Exception {
    try (InJvm server = new InJvm(Suite.everything())) {
      Profile profile = Suite.fullProfile(server, Map.of());
      ConformanceRun.Outcome outcome =
          Suite.judge(profile, folder, Suite.all(), Optional.of(server));
      assertEquals(Suite.all().size(), outcome.cases().size(), "number of cases executed");
      assertAll(outcome.cases().stream().flatMap(c -> is(c, Verdict.PASS)));
    }
  }

  /** With a URL and little more, what cannot be judged says which key would enable it. */
  @Test
  void passesEveryCaseThatAPlainProfileEnables(@TempDir Path folder) throws Exception {
    ServerConfig config = ServerConfig.builder().force(Suite.FORCE).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      Profile profile = Suite.profile(server.port());
      ConformanceRun.Outcome outcome = Suite.judge(profile, folder, Suite.all());
      List<CaseResult> judged =
          outcome.cases().stream().filter(c -> c.verdict() != Verdict.NOT_APPLICABLE).toList();
      assertTrue(
          judged.size() > Suite.all().size() / 2,
          () -> judged.size() + " were judged " + outcome.target());
      assertAll(judged.stream().flatMap(c -> is(c, Verdict.PASS)));
      assertAll(
          outcome.cases().stream()
              .filter(c -> !judged.contains(c))
              .map(c -> () -> assertTrue(c.reason().contains("needs "), c.id() + c.reason())));
    }
  }

  private static Stream<Executable> is(CaseResult result, Verdict verdict) {
    String text = result.id() + ": " + result.reason() + "\n" + result.text();
    return Stream.of(() -> assertEquals(verdict, result.verdict(), text));
  }
}
