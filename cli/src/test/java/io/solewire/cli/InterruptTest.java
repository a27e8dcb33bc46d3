package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run ends, what was recorded can be judged, and nobody is accused of its end. */
class InterruptTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void aRunThatIsInterruptedReportsWhatWasDone() throws Exception {
    Cli.Running run = underWay();
    List<ProcessHandle> started = run.process().descendants().toList();
    run.signal(Cli.interrupt()).await().with(ExitCode.INTERRUPTED).saying("interrupted");
    assertGone(started);
    RunResult result = Results.read(folder.resolve("run").resolve(Results.FILE));
    assertTrue(result.interrupted());
    assertEquals(130, result.exitCode());
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.count(Verdict.PASS) > 0, "cases that had ended before");
    assertTrue(result.count(Verdict.INCONCLUSIVE) > 0, "cases that were cut short");
    assertTrue(Files.exists(folder.resolve("run").resolve("report.html")));
    checkedAgain(result);
  }

  @Test
  void termDoesTheSame() throws Exception {
    underWay().signal("TERM").await().with(ExitCode.INTERRUPTED).saying("interrupted");
  }

  @Test
  void aRunThatWasKilledCanBeJudged() throws Exception {
    Cli.Running run = underWay();
    List<ProcessHandle> started = run.process().descendants().toList();
    assertEquals(137, run.signal("KILL").await().code());
    await().atMost(SOON).untilAsserted(() -> assertGone(started));
    Cli.run("check", folder.resolve("run").toString())
        .with(ExitCode.INTERRUPTED)
        .saying("pass ")
        .saying("inconclusive ");
  }

  @Test
  void aServerEndsWhenItIsTold() throws Exception {
    Cli.Running run = Cli.start(folder, "serve", "--port", "0");
    await().atMost(SOON).until(() -> run.text("out").contains("listening on ws://127.0.0.1:"));
    Ended ended = run.signal(Cli.interrupt()).await();
    assertTrue(ended.code() == 130 || ended.code() == 143, ended.toString());
    assertEquals("", ended.err());
  }

  private Cli.Running underWay() throws Exception {
    Cli.Running run =
        Cli.start(folder, Cli.conform(Path.of("run"), "--set", "quiet=1s", "--skip", "D*"));
    await().atMost(SOON).until(() -> run.text("out").contains("pass ") || !run.process().isAlive());
    assertTrue(run.process().isAlive(), run.text("out") + run.text("err"));
    return run;
  }

  private void checkedAgain(RunResult result) {
    Path again = folder.resolve("again");
    Cli.run("check", folder.resolve("run").toString(), "--out", again.toString())
        .with(ExitCode.INTERRUPTED);
    RunResult second = StoredRunTest.result(again);
    assertEquals(
        result.cases().stream().map(CaseResult::verdict).toList(),
        second.cases().stream().map(CaseResult::verdict).toList());
  }

  private static void assertGone(List<ProcessHandle> started) {
    assertTrue(!started.isEmpty(), "the embedded server");
    assertTrue(started.stream().noneMatch(ProcessHandle::isAlive), "processes are left");
  }
}
