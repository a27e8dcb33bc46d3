package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets in containers: what goes wrong is told, and nothing is left of them. */
class ContainerTargetTest {

  private static final String NEVER = "run: [sleep, '60']";

  @TempDir private Path folder;

  @BeforeEach
  void needsAnEngine() throws IOException {
    Requirement.CONTAINERS.orSkip();
    dockerfile("");
  }

  @AfterEach
  void nothingIsLeftOfThem() throws Exception {
    assertEquals("", docker("ps", "--all", "--quiet", "--filter", "ancestor=" + image()));
    docker("rmi", "--force", image());
  }

  @Test
  void oneThatEndsAtOnce() throws Exception {
    conform("run: [sh, -c, 'echo port taken: $WHY; exit 3'], environment: { WHY: 'by {port}' }")
        .with(ExitCode.TARGET)
        .saying("the target ended with status 3 before it was ready; it printed:")
        .saying("  port taken: by ");
  }

  @Test
  void oneThatIsNeverReadyIsStopped() throws Exception {
    conform(NEVER)
        .with(ExitCode.TARGET)
        .saying("the target was not ready within 700 ms: nothing accepts on port");
  }

  @Test
  void anImageThatDoesNotBuild() throws Exception {
    dockerfile("RUN echo there is no such package; exit 7");
    conform(NEVER)
        .with(ExitCode.TARGET)
        .saying("the image of " + folder + " does not build: ")
        .saying("returned a non-zero code: 7; it printed:")
        .saying("  there is no such package");
  }

  @Test
  void aProgramThatTheImageDoesNotHave() throws Exception {
    conform("run: [no-such-program]").with(ExitCode.TARGET).saying("executable file not found");
  }

  @Test
  void anImageThatIsNowhere() throws Exception {
    Path file = profile("image: '127.0.0.1:1/solewire-none:1'");
    Cli.run("conform", file.toString(), "--out", folder.resolve("run").toString())
        .with(ExitCode.TARGET)
        .saying("the image 127.0.0.1:1/solewire-none:1 is not here and cannot be pulled: ");
  }

  @Test
  void anInterruptWhileItStartsStopsIt() throws Exception {
    Cli.Running run = patient();
    String session = "{{index .Config.Labels \"org.testcontainers.sessionId\"}}";
    String container = docker("ps", "--quiet", "--filter", "ancestor=" + image());
    assertEquals("", docker("inspect", "--format", session, container), "nobody else removes it");
    run.signal(Cli.interrupt())
        .await()
        .with(ExitCode.INTERRUPTED)
        .saying("interrupted while the target was starting");
  }

  @Test
  void aKilledRunLeavesNoContainerBehind() throws Exception {
    patient().signal("KILL").await();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> docker("ps", "--all", "-q", "--filter", "ancestor=" + image()).isEmpty());
  }

  /** One that waits long for a target that is never ready, and whose container runs. */
  private Cli.Running patient() throws Exception {
    Path file = profile("build: ., " + NEVER);
    Files.writeString(file, Files.readString(file).replace("700ms", "60s"));
    Cli.Running run = Cli.start(folder, "conform", file.toString(), "--out", "run");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !docker("ps", "--quiet", "--filter", "ancestor=" + image()).isEmpty());
    return run;
  }

  private Ended conform(String start) throws IOException {
    Path file = profile("build: ., " + start);
    return Cli.run("conform", file.toString(), "--out", folder.resolve("run").toString());
  }

  private Path profile(String start) throws IOException {
    Path file = folder.resolve("contained.yaml");
    return Files.writeString(
        file,
        """
        profile: 1
        url: ws://127.0.0.1:{port}/ws?user={user}
        start: { %s, ready: { within: 700ms } }
        """
            .formatted(start));
  }

  private void dockerfile(String more) throws IOException {
    String text = "FROM debian:bookworm-slim\nSTOPSIGNAL SIGKILL\n" + more + "\n";
    Files.writeString(folder.resolve("Dockerfile"), text);
  }

  /** As the image of a folder is named. */
  private String image() {
    String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
    return "solewire-target/" + name.replaceAll("[^a-z0-9]+", "-");
  }

  private static String docker(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
