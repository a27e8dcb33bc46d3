package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that are started by their profile: what goes wrong is told, and nothing is left. */
class StartedTargetTest {

  @TempDir private Path folder;

  @Test
  void aProgramThatIsNotThere() throws Exception {
    Cli.run("conform", profile("no-such-program, x"), "--out", folder.resolve("run").toString())
        .with(ExitCode.TARGET)
        .saying("start.command: there is no program 'no-such-program'");
  }

  @Test
  void oneThatDiesAtOnce() throws Exception {
    Cli.run(
            "conform",
            profile("sh, -c, 'echo port taken; exit 3'"),
            "--out",
            folder.resolve("run").toString())
        .with(ExitCode.TARGET)
        .saying("ended with status 3 before it was ready; it printed:\n  port taken");
  }

  @Test
  void oneWhosePortSomebodyElseListensOnIsNotStarted() throws Exception {
    try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(somebody.getLocalPort());
      Path never = Path.of(never());
      Files.writeString(never, Files.readString(never).replace("{port}", port));
      Cli.run("conform", never.toString(), "--out", folder.resolve("run").toString())
          .with(ExitCode.TARGET)
          .saying("was not started: somebody else listens on port " + port);
      assertFalse(Files.exists(folder.resolve("pid")));
    }
  }

  @Test
  void oneThatIsNeverReadyIsStopped() throws Exception {
    Cli.run("conform", never(), "--out", folder.resolve("run").toString())
        .with(ExitCode.TARGET)
        .saying("the target was not ready within 700 ms: nothing accepts on port");
    assertFalse(isAlive(pid()));
  }

  @Test
  void anInterruptWhileItStartsStopsIt() throws Exception {
    String patient = never().replace("never.yaml", "patient.yaml");
    Files.writeString(Path.of(patient), Files.readString(Path.of(never())).replace("700ms", "60s"));
    Cli.Running run = Cli.start(folder, "conform", patient, "--out", "run");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(folder.resolve("pid")));
    await().atMost(Duration.ofSeconds(5)).until(() -> pid() > 0);
    run.signal(Cli.interrupt())
        .await()
        .with(ExitCode.INTERRUPTED)
        .saying("interrupted while the target was starting");
    assertFalse(isAlive(pid()));
  }

  @Test
  void aKilledRunLeavesNoTargetBehind() throws Exception {
    String patient = never().replace("never.yaml", "patient.yaml");
    Files.writeString(Path.of(patient), Files.readString(Path.of(never())).replace("700ms", "60s"));
    Cli.Running run = Cli.start(folder, "conform", patient, "--out", "run");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(folder.resolve("pid")));
    await().atMost(Duration.ofSeconds(5)).until(() -> pid() > 0);
    run.signal("KILL").await();
    await().atMost(Duration.ofSeconds(10)).until(() -> !isAlive(pid()));
  }

  private String never() throws IOException {
    String made = profile("sh, -c, 'echo $$ >pid; exec sleep 60'");
    Path file = folder.resolve("never.yaml");
    Files.move(Path.of(made), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return file.toString();
  }

  private String profile(String command) throws IOException {
    Path file = folder.resolve("started.yaml");
    Files.writeString(
        file,
        """
        profile: 1
        url: ws://127.0.0.1:{port}/ws?user={user}
        start:
          command: [%s]
          ready: { port: "{port}", within: 700ms }
        """
            .formatted(command));
    return file.toString();
  }

  private long pid() throws IOException {
    String text = Files.readString(folder.resolve("pid")).strip();
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
