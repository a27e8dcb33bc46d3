package io.solewire.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.stage.Budget;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.Redactor;
import io.solewire.history.RunClock;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import io.solewire.result.RunResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A case that no interrupt reaches must not keep the run from its end. */
@Timeout(30)
class StuckCaseTest {

  private static final HardLimits SOON =
      new HardLimits(Duration.ofMillis(1_000), Duration.ofMillis(200), Duration.ofMillis(300));

  private static final HardLimits LATE =
      new HardLimits(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(300));

  private static volatile boolean let;
  private static volatile Runnable whenStuck = () -> {};

  /** Stands for code that waits for a lock: it does not listen to interrupts. */
  static final class Cases {

    @ConformanceCase(id = "A1.never-returns", title = "a case that is stuck")
    void neverReturns(Stage stage) {
      whenStuck.run();
      while (!let) {
        LockSupport.parkNanos(1_000_000);
        Thread.interrupted();
      }
    }

    @ConformanceCase(id = "A2.returns", title = "a case that is not")
    void returns(Stage stage) {
      String user = stage.newUser();
      stage.connect(user);
      stage.connect(user);
      stage.settle(List.of(user));
    }
  }

  @AfterEach
  void letGo() {
    let = true;
    whenStuck = () -> {};
  }

  @Test
  void theRunEndsAndNamesTheStuckCaseAndWhereItIs(@TempDir Path folder) throws Exception {
    let = false;
    RunResult result = run(folder, SOON, run -> {});
    CaseResult stuck = find(result, "A1.never-returns");
    assertEquals(Verdict.ERROR, stuck.verdict());
    assertTrue(stuck.reason().startsWith("the case is stuck at "), stuck.reason());
    assertTrue(
        stuck.reason().contains(".java:") || stuck.reason().contains("park"), stuck.reason());
    assertTrue(find(result, "A2.returns").verdict() != Verdict.ERROR, "what ended is judged still");
    assertEquals(70, result.exitCode());
    assertEquals(1, result.problems().size());
    assertTrue(result.problems().get(0).contains("stuck: A1.never-returns"));
    assertEquals(false, result.interrupted());
  }

  @Test
  void anInterruptEndsTheRunAlthoughACaseDoesNotListen(@TempDir Path folder) throws Exception {
    let = false;
    RunResult result = run(folder, LATE, run -> whenStuck = run::interrupt);
    assertEquals(Verdict.ERROR, find(result, "A1.never-returns").verdict());
    assertEquals(70, result.exitCode());
    assertEquals(true, result.interrupted());
  }

  private static RunResult run(Path folder, HardLimits limits, Consumer<ConformanceRun> prepare)
      throws Exception {
    ServerConfig config = ServerConfig.builder().force(Duration.ofSeconds(1)).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      Map<String, String> set = Map.of("quiet", "300ms", "evicted.force", "1s");
      Profile profile =
          ProfileReader.forUrl("ws://127.0.0.1:" + server.port() + "/ws?user={user}", set);
      Header header = new Header(1, 1, 1, profile.name(), "", profile.digest(), profile.document());
      Conclusion conclusion = new Conclusion(profile, 1, "./solewire conform");
      try (History history = History.begin(folder, header, Redactor.NONE, RunClock.start())) {
        ConformanceRun run =
            new ConformanceRun(
                history,
                conclusion,
                new ConformanceRun.Settings(Budget.QUICK, "s", java.util.Optional.empty()),
                RunListener.NONE,
                limits);
        prepare.accept(run);
        ConformanceRun.Outcome outcome = run.execute(cases());
        return new Judged(profile, "test", "", 1, Instant.now(), false).with(outcome).result();
      }
    }
  }

  private static List<CaseInfo> cases() {
    return Stream.of(Cases.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(ConformanceCase.class))
        .map((Method method) -> CaseInfo.of(method))
        .toList();
  }

  private static CaseResult find(RunResult result, String id) {
    return result.cases().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}
