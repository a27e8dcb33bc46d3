package io.solewire.cli;

import io.solewire.result.ExitCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be mistyped is told in one message that names it. */
class BadInputTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          confrom                              | 'confrom': no such command; did you mean conform?
          --frob                               | '--frob': unknown option
          help confrom                         | 'confrom': no such command; did you mean conform?
          profile chek                         | 'chek': no such command; did you mean check?
          conform --onyl D4                    | '--onyl': unknown option; did you mean --only?
          run --gaet=1                         | '--gaet': unknown option; did you mean --gate?
          check --known-falling x y            | unknown option; did you mean --known-failing?
          serve --fualt flaps                  | '--fualt': unknown option; did you mean --fault?
          conform --frobnicate                 | '--frobnicate': unknown option
          conform a b                          | Unmatched argument at index 2: 'b'
          conform --budget slow                | but was 'slow'
          run --budget fulll                   | but was 'fulll'; did you mean full?
          conform --set quite=2s               | did you mean `quiet`?
          conform --set evicted.wihtin=2s      | did you mean `within`?
          load --gate evicton.p99<50ms         | did you mean eviction.p99?
          load --simulation takeovr            | --simulation: 'takeovr': expected one of takeover, contention, storm, hold, duel, churn, soak, capacity, versus; did you mean takeover?
          conform --seed x                     | 'x' is not a whole number
          conform --set a                      | --set: 'a': expected key=value
          conform --set quiet=soon             | --set: quiet is "soon": expected a duration
          conform --set colour=red             | colour: expected a known key
          conform --only D9                    | 'D9': no rule D9; did you mean D1 or D2 or D3?
          conform --only D9.x*                 | 'D9.x*': no rule D9; did you mean D1
          conform --only D1.bariers            | did you mean D1.barrier?
          conform --only D4.late-close-of-incumbant | did you mean D4.late-close-of-incumbent?
          conform --only K2                    | 'K2': the rule is known, but it has no case yet
          conform --skip *                     | --skip * leaves no case to run
          conform --only D4 --skip D*          | leaves no case of --only D4 to run
          conform http://127.0.0.1:1/?u={user} | expected a ws:// or wss:// URL
          conform ws://127.0.0.1:1/ws          | expected {user} in the URL
          serve --fault two-winers             | did you mean two-winners?
          conform refrence                     | did you mean reference?
          conform django-chanels               | did you mean django-channels?
          conform --only A1 --out /dev/null/x  | --out /dev/null/x: expected a folder that can be
          profile                              | expected 'profile check FILE'
          profile check                        | Missing required parameter: 'FILE'
          profile check nothing.yaml           | nothing.yaml: expected a file
          profile check /                      | /: expected a file, but this is a folder
          rules nope                           | 'nope': no such target
          check nothing.jsonl                  | no history there: nothing.jsonl
          check --set evicted.force=9s x       | '--set': unknown option
          serve --port x                       | 'x' is not a whole number
          serve --port 70000                   | port must be 0-65535: 70000
          serve --fault nope                   | fault must be one of
          serve --variant keeps-thre           | did you mean keeps-three?
          serve --variant nope                 | variant must be one of
          serve --fault flaps --variant hangs-up | exclude each other: flaps, hangs-up
          serve --force soon                   | 'soon' is not a duration
          """)
  void isAUsageError(String line, String words) {
    Cli.run(line.split(" +")).with(ExitCode.USAGE).saying(words);
  }

  @Test
  void noArgumentsSayWhatIsMissing() {
    Cli.run().with(ExitCode.USAGE).saying("expected a command").saying("solewire --help");
  }

  @Test
  void everyProblemOfAProfileIsToldAtOnceWithItsLine() throws Exception {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(
        file,
        """
        profile: 1
        url: ws://127.0.0.1:1/ws
        colour: red
        quiet: soon
        """);
    Cli.run("profile", "check", file.toString())
        .with(ExitCode.USAGE)
        .saying("bad.yaml:2: url")
        .saying("bad.yaml:3: colour")
        .saying("bad.yaml:4: quiet is \"soon\"");
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url: [ws://x     | expected valid YAML
          ''               | the document is empty
          - a list         | expected a profile
          """)
  void whatIsNoProfileIsSaidToBeNone(String text, String words) throws Exception {
    Path file = Files.writeString(folder.resolve("bad.yaml"), text);
    Cli.run("conform", file.toString()).with(ExitCode.USAGE).saying("bad.yaml").saying(words);
  }

  @Test
  void aTakenPortIsTheTargetsFault() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(socket.getLocalPort());
      Cli.run("serve", "--port", port).with(ExitCode.TARGET).saying("port " + port);
    }
  }

  @Test
  void aFolderThatIsNotOfARunIsNotEmptied() throws Exception {
    Path precious = folder.resolve("history").resolve("precious.txt");
    Files.createDirectories(precious.getParent());
    Files.writeString(precious, "kept");
    Cli.run("conform", "--only", "A1", "--out", folder.toString())
        .with(ExitCode.USAGE)
        .saying("its folder 'history' is not of a run");
    Files.readString(precious);
  }
}
