package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.solewire.result.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody's host is put under load unasked, and one that there is not is not the harness's fault.
 */
class LoadHostTest {

  private static final String URL = "ws://acme.invalid:9000/ws?user={user}";
  private static final String WHY =
      "acme.invalid is neither this machine nor a private address: expected --i-own-this-host"
          + " acme.invalid, exactly as in the URL, if it is yours to put under load";

  @TempDir private Path folder;

  private Ended ended(String... args) {
    Path out = folder.resolve("out");
    Ended ended = Cli.run(Cli.load(args[0], out, Loads.SHORT, rest(args)));
    return ended;
  }

  private static String[] rest(String... args) {
    return java.util.Arrays.copyOfRange(args, 1, args.length);
  }

  private void refused(String... args) {
    ended(args).with(ExitCode.USAGE).saying(WHY);
    assertFalse(Files.exists(folder.resolve("out")), "before anything is made, or sent");
  }

  @Test
  void aHostThatIsElsewhereIsRefusedBeforeAnythingIsSent() {
    refused("load", URL);
    refused("run", URL, "--load");
    refused("load", URL, "--i-own-this-host", "ACME.invalid");
    refused("load", URL, "--i-own-this-host", "acme.invalid:9000");
  }

  @Test
  void itIsToldBesideTheOtherProblems() {
    ended("load", URL, "--gate", "x")
        .with(ExitCode.USAGE)
        .saying("gate 'x': it has no operator")
        .saying("--i-own-this-host: " + WHY);
  }

  @Test
  void aHostThatThereIsNotCannotBeReached() {
    ended("load", URL, "--i-own-this-host", "acme.invalid")
        .with(ExitCode.TARGET)
        .saying("the target " + URL + ": no such host: acme.invalid");
    assertNull(StoredRunTest.result(folder.resolve("out")).load());
  }

  @Test
  void aRunSaysTheSameOfAHostThatThereIsNot() {
    ended("run", URL, "--load", "--i-own-this-host", "acme.invalid")
        .with(ExitCode.TARGET)
        .saying("acme.invalid");
  }
}
