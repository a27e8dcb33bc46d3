package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A load that stands in a file. */
class LoadFileOptionTest {

  private static final String URL = "ws://127.0.0.1:1/ws?user={user}";

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("load.yaml"), String.join("\n", lines) + "\n");
  }

  private Ended refused(String command, String... more) {
    String[] all = new String[more.length + 4];
    List<String> first = List.of(command, URL, "--load-file", folder.resolve("load.yaml") + "");
    for (int i = 0; i < all.length; i++) {
      all[i] = i < first.size() ? first.get(i) : more[i - first.size()];
    }
    return Cli.run(all).with(ExitCode.USAGE);
  }

  @Test
  void isTheLoadButForWhatIsGivenBesideIt() throws Exception {
    Path file =
        file(
            "simulation: contention",
            "users: 30",
            "rate: 40",
            "warmup: 0s",
            "duration: 1s",
            "popularity: zipf:0.5",
            "sizes: {at-once: 3}",
            "gates: [errors <= 1000]",
            "seed: 8812");
    Path out = folder.resolve("out");
    Ended ended;
    try (Target target = Target.honest()) {
      String given = "--users 20 --duration 1500ms --load-file " + file;
      ended = Cli.run(Cli.load(out, given, target.url()));
    }
    RunResult result = StoredRunTest.result(out);
    assertEquals(
        new LoadResult.Planned(40, 20, 1_500, 0, "zipf:0.5", Map.of("at-once", "3")),
        result.load().planned(),
        ended.toString());
    assertEquals("contention", result.load().simulation());
    assertEquals(8_812, result.seed());
    assertEquals(
        List.of("errors <= 1000", "violations == 0"),
        result.load().gates().stream().map(LoadResult.GateResult::expression).toList());
  }

  @Test
  void isToldEverythingThatIsWrongInItBesideWhatIsWrongInOptions() throws Exception {
    Path file =
        file(
            "simulation: contention",
            "user: 5",
            "rate: fast",
            "popularity: fair",
            "sizes: {at-once: 1, sides: 6}",
            "gates:",
            "  - violations == 0",
            "  - violations > 0",
            "  - evicton.p99 < 5 ms",
            "baseline: nowhere");
    Ended ended = refused("load", "--users", "0", "--gate", "errors == 0.5");
    ended
        .saying(file + ":2: user: expected a known key (unknown key, did you mean `users`?)")
        .saying(file + ":3: rate is \"fast\": expected newcomers per second")
        .saying("\n--users: 0: expected at least 1")
        .saying(file + ":4: popularity: 'fair' is not uniform")
        .saying(file + ":5: sizes.at-once: '1': expected a whole number from 2 to 1000")
        .saying(file + ":5: sizes.sides: contention has none, expected one of at-once")
        .saying("--gate: gate 'errors == 0.5': it can never hold: ")
        .saying(file + ":10: baseline: no gate asks for it");
    assertEquals(8, ended.err().lines().count(), ended.err());
  }

  @Test
  void namesTheLinesOfItsGates() throws Exception {
    Path file =
        file(
            "gates:",
            "  - violations == 0",
            "  - errors < 5",
            "  - violations > 0",
            "  - eviction.p99 <= 1.15 * baseline");
    refused("load")
        .saying(file + ":2: gates.1: gates 'violations == 0' and 'violations > 0': no number")
        .saying(file + ":5: gates.4: gate 'eviction.p99 <= 1.15 * baseline' asks for a baseline");
    file("gates:", "  - errors < 5", "  - evicton.p99 < 5 ms");
    refused("run").saying(file + ":3: gates.2: gate 'evicton.p99 < 5 ms': 'evicton.p99' is no met");
    file("baseline: nowhere", "gates: [rate >= 0.9 * baseline]");
    refused("load")
        .saying(file + ":1: baseline " + folder.resolve("nowhere") + ": expected the folder of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "run"})
  void isAFileWithALoadInIt(String command) throws Exception {
    Path file = folder.resolve("load.yaml");
    refused(command).saying(file + ": expected a file, but there is none of this name");
    file("");
    refused(command).saying(file + ": expected a load file: a mapping such as rate: 500, but the");
    file("- rate: 5");
    refused(command).saying(file + ":1: expected a load file: a mapping such as rate: 500");
    Files.delete(file);
    Files.createDirectory(file);
    Ended ended = refused(command).saying(file + ": expected a file, but this is a folder");
    assertTrue(ended.err().lines().count() == 1, ended.err());
  }
}
