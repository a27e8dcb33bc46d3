package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that makes no load says why, and promises none: whoever asked for one is refused. */
@Timeout(120)
class RunWithoutLoadTest {

  private static final String HERE = "ws://127.0.0.1:1/ws?user={user}";
  private static final String ELSEWHERE = "ws://host.invalid/ws?user={user}";
  private static final String FAR =
      "the target is not on this machine: expected --load to put it under load all the same";
  private static final String POLICY =
      "policy: refuse-newcomer: expected newest-wins, since takeovers are what is measured";
  private static final String LOGIN =
      "login: expected jwt, or credentials with tokens: a load makes no logins in this release";

  @TempDir private Path folder;

  private String profile(String url, String line) throws IOException {
    Path file = folder.resolve("target.yaml");
    Files.writeString(file, "profile: 1\nurl: " + url + "\n" + line + "\n");
    return file.toString();
  }

  private Ended refused(String target, String... more) {
    Path out = folder.resolve("out");
    List<String> all = new ArrayList<>(List.of("run", target, "--out", out.toString()));
    all.addAll(List.of(more));
    Ended ended = Cli.run(all.toArray(String[]::new)).with(ExitCode.USAGE);
    assertEquals("", ended.out());
    assertFalse(Files.exists(out), "before anything runs");
    return ended;
  }

  private void refusedFor(String words, String target, String... more) {
    assertEquals(words + "\n", refused(target, more).err());
  }

  @Test
  void aGateThatNoLoadWouldSeeIsRefused() throws Exception {
    String gate = "--gate 'errors < 5': ";
    refusedFor(gate + FAR, ELSEWHERE, "--gate", "errors < 5");
    String policy = profile(HERE, "policy: refuse-newcomer");
    refusedFor(gate + POLICY, policy, "--gate", "errors < 5");
    String login = profile(HERE, "login: { command: [x] }");
    refusedFor(gate + LOGIN, login, "--gate", "errors < 5");
  }

  @Test
  void soIsEverythingElseThatAsksForALoad() throws Exception {
    Path file = Files.writeString(folder.resolve("load.yaml"), "gates: [errors < 5]\n");
    refusedFor("--load-file " + file + ": " + FAR, ELSEWHERE, "--load-file", file.toString());
    refusedFor("--baseline runs/a: " + FAR, ELSEWHERE, "--baseline", "runs/a");
    String[] all = {"--load", "--gate", "rate > 5", "--gate", "errors < 5", "--baseline", "b"};
    refusedFor(
        "--load, --gate 'rate > 5', --gate 'errors < 5', --baseline b: " + POLICY,
        profile(ELSEWHERE, "policy: refuse-newcomer"),
        all);
    refusedFor("--load: " + LOGIN, profile(HERE, "login: { command: [x] }"), "--load");
  }

  @Test
  void whereThereIsNoRoomForALoadItsGatesAreRefusedAndSoIsItsSize() throws Exception {
    String small = profile(HERE, "limits: { connections: 7 }");
    String why =
        "limits.connections: 7: expected at least 8, for 2 users and 5 strangers of a load, and"
            + " one more";
    refusedFor("--gate 'errors < 5': " + why, small, "--gate", "errors < 5");
    refusedFor("--load: " + why, small, "--load");
    String most = "--users: 2: expected at most 1, since limits.connections is 7";
    refusedFor(most, small, "--users", "2");
  }

  @Test
  void whatIsWrongInALoadFileIsToldBesideIt() throws Exception {
    Path file = Files.writeString(folder.resolve("load.yaml"), "user: 5\n");
    refused(ELSEWHERE, "--load-file", file.toString())
        .saying(file + ":1: user: expected a known key")
        .saying("--load-file " + file + ": " + FAR);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ws://host.invalid/{user}  | user: u-{n}             | the target is not on this machine: expected --load to put it
          ws://127.0.0.1:1/{user}   | policy: refuse-newcomer | policy: refuse-newcomer: expected newest-wins, since takeovers
          ws://127.0.0.1:1/{user}   | policy: none            | policy: none: expected newest-wins, since takeovers are what
          ws://127.0.0.1:1/{user}   | login: { command: [x] } | login: expected jwt, or credentials with tokens: a load makes
          ws://127.0.0.1:1/{user}   | limits: { connections: 7 } | limits.connections: 7: expected at least 8, for 2 users
          ws://host.invalid/{user}  | policy: none            | policy: none: expected newest-wins, since takeovers are what
          """)
  void whereNoneWasAskedForTheOneReasonIsSaid(String url, String line, String reason)
      throws Exception {
    String[] scaled = Cli.load("run", folder.resolve("out"), "--rate 5", profile(url, line));
    String out = Cli.run(scaled).saying("no load: " + reason).out();
    assertEquals(1, out.lines().filter(said -> said.contains("no load: ")).count(), out);
    assertEquals(url.contains("host") && line.startsWith("user"), out.contains("--load"), out);
  }
}
