package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.result.ExitCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each row of the table of exit codes; 130 has a class of its own. */
class ExitCodesTest {

  @TempDir private Path folder;

  @Test
  void zeroIfEveryCaseIsKept() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run(Cli.conform(folder, target.url(), "--only", "B1"))
          .with(ExitCode.OK)
          .saying("2 of 2 cases pass");
    }
  }

  @Test
  void oneIfARuleIsBroken() throws Exception {
    try (Target target = Target.with("drops-without-close")) {
      Cli.run(Cli.conform(folder, target.url(), "--only", "B1"))
          .with(ExitCode.BROKEN)
          .saying("B1.idle-incumbent   MUST");
    }
  }

  @Test
  void twoForAWrongCommandLine() {
    Cli.run("conform", "--frobnicate").with(ExitCode.USAGE).saying("'--frobnicate'");
  }

  @Test
  void threeIfNoCaseApplies() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run(Cli.conform(folder, target.url(), "--only", "F1"))
          .with(ExitCode.UNPROVEN)
          .saying("nothing proven: no case was executed")
          .saying("needs the profile key publish");
    }
  }

  @Test
  void fourIfNobodyListens() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Cli.run(Cli.conform(folder, "ws://127.0.0.1:" + free + "/ws?user={user}"))
        .with(ExitCode.TARGET)
        .saying("cannot connect to 127.0.0.1:" + free + ": Connection refused");
  }

  @Test
  void seventyIfThereIsNoPlaceForResults() throws Exception {
    Files.writeString(folder.resolve("reports"), "not a folder");
    Cli.start(folder, "conform", "--only", "A1")
        .await()
        .with(ExitCode.HARNESS)
        .saying("expected a folder that can be made and written to");
  }

  @Test
  void seventyIfNobodyCaughtWhatWentWrong() throws Exception {
    Ended ended = Cli.startWithout("snakeyaml", folder, "conform", "--only", "A1").await();
    ended.saying("solewire failed: java.lang.NoClassDefFoundError");
    assertEquals(ExitCode.HARNESS.number(), ended.code());
  }

  @Test
  void seventyAndHowToGiveItMoreIfMemoryDoesNotSuffice() throws Exception {
    String header =
        "{'format':1,'rules':1,'seed':1,'target':'t','url':'ws://h/{user}','profileDigest':'',"
            + "'profile':'profile: 1\\nurl: ws://h/{user}\\n'}\n";
    String opened = "{'t':1,'case':'A1.a','user':'%d','conn':'c','e':'tcp-open'}%n";
    String many =
        IntStream.range(0, 60_000)
            .mapToObj(i -> String.format(opened, i))
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("history.jsonl"), (header + many).replace('\'', '"'));
    Ended ended =
        Cli.start(folder, Map.of("JAVA_TOOL_OPTIONS", "-Xmx16m"), "check", folder.toString())
            .await()
            .saying("OutOfMemoryError: Java heap space (of 15 MiB at most): give it more, as in")
            .saying("SOLEWIRE_JAVA_OPTS=-Xmx1g ./solewire");
    assertEquals(ExitCode.HARNESS.number(), ended.code());
  }
}
