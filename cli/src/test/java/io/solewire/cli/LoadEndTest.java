package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** However a load ends, what was recorded can be judged, and nobody is accused of its end. */
@Timeout(120)
class LoadEndTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whereNobodyListensNothingIsProven() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String url = "ws://127.0.0.1:" + free + "/ws?user={user}";
    Cli.run(Cli.load(run(), Loads.SHORT, url))
        .with(ExitCode.TARGET)
        .saying("the target " + url + ": it let nobody in: connection refused");
    Loads.assertNobodyAccused(StoredRunTest.result(run()));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aServerThatIsStoppedIsLostAndNotAccused() throws Exception {
    Target target = Target.honest();
    Cli.Running load = underWay(target.profile(folder));
    target.close();
    load.await().with(ExitCode.TARGET).saying(target.url() + ": it was lost under load: ");
    RunResult result = StoredRunTest.result(run());
    Loads.assertNobodyAccused(result);
    assertTrue(result.load().takeovers() >= Loads.FLUSHED, result.load().toString());
    RunResult again = checked(ExitCode.TARGET);
    Loads.assertNobodyAccused(again);
    assertEquals(result.load().takeovers(), again.load().takeovers());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aLoadThatIsInterruptedReportsWhatWasMeasured() throws Exception {
    Cli.Running load = underWay();
    List<ProcessHandle> started = load.process().descendants().toList();
    load.signal(Cli.interrupt()).await().with(ExitCode.INTERRUPTED).saying("interrupted");
    assertTrue(started.size() >= 2, "the server and the generator");
    assertGone(started);
    RunResult result = StoredRunTest.result(run());
    assertTrue(result.interrupted());
    assertEquals(130, result.exitCode());
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.load().takeovers() >= Loads.FLUSHED, result.load().toString());
    Loads.assertNobodyAccused(result);
    String report = Files.readString(run().resolve("report.html"));
    assertTrue(report.contains("interrupted"), "the report says so");
    RunResult again = checked(ExitCode.INTERRUPTED);
    assertEquals(result.load().takeovers(), again.load().takeovers());
    assertEquals(result.load().evictedBy(), again.load().evictedBy());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aLoadThatWasKilledCanBeJudgedAndLeavesNoProcess() throws Exception {
    try (Target target = Target.honest()) {
      Cli.Running load = underWay(target.profile(folder));
      List<ProcessHandle> started = load.process().descendants().toList();
      assertEquals(137, load.signal("KILL").await().code());
      assertTrue(!started.isEmpty(), "the generator");
      assertGone(started);
    }
    judgesWhatWasFlushed();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aGeneratorThatWasKilledIsTheHarnessesFailure() throws Exception {
    try (Target target = Target.honest()) {
      Cli.Running load = underWay(target.profile(folder));
      List<ProcessHandle> started = load.process().descendants().toList();
      started.stream()
          .filter(process -> process.info().command().orElse("").endsWith("java"))
          .forEach(ProcessHandle::destroyForcibly);
      load.await()
          .with(ExitCode.HARNESS)
          .saying("the load ended with status 137 and left no result; the end of ");
      assertGone(started);
    }
    judgesWhatWasFlushed().saying("the history ends before the load did");
  }

  private Path run() {
    return folder.resolve("run");
  }

  private Cli.Running underWay(String... target) throws IOException {
    Cli.Running load = Cli.start(folder, Cli.load(Path.of("run"), Loads.LONG, target));
    Loads.awaitEvictions(run());
    return load;
  }

  private Ended judgesWhatWasFlushed() {
    Path again = folder.resolve("again");
    Ended ended = Cli.run("check", run().toString(), "--out", again.toString());
    ended.with(ExitCode.INTERRUPTED).saying("nothing proven: ");
    RunResult result = StoredRunTest.result(again);
    Loads.assertNobodyAccused(result);
    assertTrue(result.load().takeovers() >= Loads.FLUSHED / 2, result.load().toString());
    return ended;
  }

  private RunResult checked(ExitCode expected) {
    Path again = folder.resolve("again");
    Cli.run("check", run().toString(), "--out", again.toString()).with(expected);
    return StoredRunTest.result(again);
  }

  private static void assertGone(List<ProcessHandle> started) {
    await().atMost(SOON).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
  }
}
