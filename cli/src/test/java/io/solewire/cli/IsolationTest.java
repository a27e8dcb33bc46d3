package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --isolated} beside a Java that says in which network it is. */
class IsolationTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Pattern JOINED = Pattern.compile("-Dsolewire.network=container:(\\w+)");

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void checkout() throws IOException {
    checkout = new Checkout(folder);
    checkout.java("echo \"$@\"; tail -n +3 /proc/self/net/dev | cut -d: -f1");
  }

  @Test
  void theNetworkIsOneOfItsOwnThatContainersCanJoinAndEndsWithTheCommand() throws Exception {
    Requirement.CONTAINERS.orSkip();
    Ended ended = checkout.launch("--isolated", "conform", "x").await();
    ended.with(ExitCode.OK).saying("conform x");
    List<String> lines = ended.out().lines().map(String::strip).toList();
    assertEquals(List.of("lo"), lines.subList(1, lines.size()), ended.out());
    Matcher joined = JOINED.matcher(ended.out());
    assertTrue(joined.find(), ended.out());
    await("the container to be gone").atMost(SOON).until(() -> !isThere(joined.group(1)));
  }

  private static boolean isThere(String container) throws IOException {
    Process look = new ProcessBuilder("docker", "ps", "-aq", "--no-trunc").start();
    String all = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return all.contains(container);
  }

  @Test
  void whatTheMachineLacksForItIsSaid() throws Exception {
    checkout.command("nsenter", "true");
    checkout.command("docker", "echo 'Cannot connect to the engine' >&2; exit 1");
    checkout.command("id", "echo 0");
    lacks("expected a container engine; see conformance-tests/targets/engine.sh");
    checkout.command("id", "echo 1000");
    lacks("expected root, who may enter another network");
  }

  private void lacks(String expected) throws Exception {
    Ended ended = checkout.launch("--isolated", "conform", "x").await();
    assertEquals(ExitCode.TARGET.number(), ended.code(), ended.toString());
    assertTrue(ended.err().contains("--isolated: " + expected), ended.err());
  }
}
