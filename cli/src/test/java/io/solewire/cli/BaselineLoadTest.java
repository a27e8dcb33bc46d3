package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.GateWords;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A load whose gates ask for the numbers of an earlier one. */
@Isolated("a generator that shares its processors with other tests is not healthy")
class BaselineLoadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LATENCY = "eviction.p90 <= %s * baseline";
  private static final String COUNT = "takeovers <= %s * baseline + 0.5";

  @TempDir private static Path earlier;
  private static RunResult baseline;

  @TempDir private Path folder;

  @BeforeAll
  static void loadAnHonestServer() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run(Cli.load(earlier, Loads.SHORT, target.url(), "--seed", "7"));
    }
    baseline = StoredRunTest.result(earlier);
    Loads.assertNobodyAccused(baseline);
    sayThatTheGeneratorWasHealthy();
  }

  /** With what else this machine was busy is not what is tested here. */
  private static void sayThatTheGeneratorWasHealthy() throws IOException {
    File file = earlier.resolve("result.json").toFile();
    ObjectNode result = (ObjectNode) JSON.readTree(file);
    result.withObject("/load/generator").put("healthy", true).remove("reason");
    JSON.writeValue(file, result);
  }

  private Ended load(String... more) throws Exception {
    return loadBy(Loads.SHORT, more);
  }

  private Ended loadBy(String plan, String... more) throws Exception {
    try (Target target = Target.honest()) {
      String[] all = Stream.concat(Stream.of(target.url()), Stream.of(more)).toArray(String[]::new);
      return Cli.run(Cli.load(run(), plan, all));
    }
  }

  private Path run() {
    return folder.resolve("run");
  }

  private static String[] gates(String factor) {
    String[] gates = {"--gate", LATENCY.formatted(factor), "--gate", COUNT.formatted(factor)};
    return List.of(gates[0], gates[1], gates[2], gates[3], "--baseline", earlier.toString())
        .toArray(String[]::new);
  }

  @Test
  void isPassedByWhatIsFarBelowItsMultiple() throws Exception {
    Ended ended = load(gates("100"));
    RunResult result = StoredRunTest.result(run());
    Loads.assertNobodyAccused(result);
    StoredRunTest.holdsTheSchema(JSON.readTree(run().resolve("result.json").toFile()));
    result.load().gates().forEach(gate -> assertEquals(Verdict.PASS, gate.verdict()));
    isJudgedAgainWithoutTheBaseline(ended.code(), result);
    Loads.orTooBusy(result);
    ended.with(ExitCode.OK).saying("3 of 3 gates pass");
    String words = GateWords.value(result.load().gates().get(0));
    assertTrue(words.contains(" against 100 * "), words);
  }

  @Test
  void failsByWhatIsFarAboveIt() throws Exception {
    Ended ended = load(gates("0.001"));
    RunResult result = StoredRunTest.result(run());
    Loads.assertNobodyAccused(result);
    boolean healthy = result.load().generator().healthy();
    ended.with(healthy ? ExitCode.BROKEN : ExitCode.UNPROVEN);
    LoadResult.GateResult count = result.load().gates().get(1);
    long before = baseline.load().takeovers();
    String words = " against 0.001 * " + before + " + 0.5 = ";
    assertTrue(GateWords.value(count).contains(words), count.toString());
    assertEquals(healthy ? Verdict.FAIL : Verdict.INCONCLUSIVE, count.verdict());
    assertTrue(!healthy || ended.out().contains(" * baseline + 0.5 (it is "), ended.toString());
    assertTrue(result.load().gates().get(0).verdict() != Verdict.PASS);
    for (String file : List.of("report.html", "summary.md", "junit.xml")) {
      String text = Files.readString(run().resolve(file)).replace("&#42;", "*");
      assertTrue(text.replace("&#43;", "+").contains(words), file);
    }
    isJudgedAgainWithoutTheBaseline(ended.code(), result);
  }

  private void isJudgedAgainWithoutTheBaseline(int code, RunResult result) throws IOException {
    Path moved = earlier.resolveSibling(earlier.getFileName() + "-gone");
    Files.move(earlier, moved);
    try {
      Path again = folder.resolve("again");
      Ended ended = Cli.run("check", run().toString(), "--out", again.toString());
      assertEquals(code, ended.code(), ended.toString());
      assertEquals(result.load().gates(), StoredRunTest.result(again).load().gates());
    } finally {
      Files.move(moved, earlier);
    }
  }

  @Test
  void isRefusedIfItIsOfAnotherLoadOrNoGateAsksForItOrNoneIsGiven() throws Exception {
    String latency = LATENCY.formatted("1.15");
    String begin = "--baseline " + earlier + ": " + earlier.resolve("result.json") + ": load.";
    String other = Loads.SHORT.replace("40", "41").replace("20", "19");
    loadBy(other, "--baseline", earlier.toString(), "--gate", latency)
        .with(ExitCode.USAGE)
        .saying(begin + "planned.rate is 40, expected 41 as in this load")
        .saying(begin + "planned.users is 20, expected 19 as in this load");
    load("--baseline", earlier.toString(), "--simulation", "soak", "--gate", latency)
        .with(ExitCode.USAGE)
        .saying(begin + "simulation is takeover, expected soak as in this load");
    load("--baseline", earlier.toString())
        .with(ExitCode.USAGE)
        .saying("--baseline: no gate asks for it: expected one, such as --gate 'eviction.p99 <= ");
    load("--gate", latency)
        .with(ExitCode.USAGE)
        .saying("--gate: gate '" + latency + "' asks for a baseline: expected --baseline RUN");
    assertTrue(Files.notExists(run()), "before anything is made");
  }

  @Test
  void isToldOfGatesThatCannotBothHoldByIt() throws Exception {
    load(
            "--baseline",
            earlier.toString(),
            "--gate",
            "takeovers < 0.5 * baseline",
            "--gate",
            "takeovers > 0.9 * baseline")
        .with(ExitCode.USAGE)
        .saying("--gate: gates 'takeovers < 0.5 * baseline' (")
        .saying(" and 'takeovers > 0.9 * baseline' (")
        .saying("no number can hold them together");
  }
}
