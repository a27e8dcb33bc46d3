package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.report.Words;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a load concludes from numbers: of gates, and of a generator that proves nothing. */
@Isolated("a generator that shares its processors with other tests is not healthy")
class LoadCommandTest {

  @TempDir private Path folder;

  @Test
  void gatesThatDoNotHoldFailAndSayWhatWasMeasured() throws Exception {
    String gate = "eviction.p99 < 1 us";
    try (Target target = Target.honest()) {
      String[] gates = {target.url(), "--gate", gate, "--gate", "violations>1000000", "--quiet"};
      Cli.run(Cli.load(folder, Loads.SHORT, gates))
          .with(ExitCode.BROKEN)
          .saying(" of 2 gates failed: ")
          .saying("violations>1000000 (it is 0)");
    }
    RunResult result = StoredRunTest.result(folder);
    Loads.assertNobodyAccused(result);
    LoadResult.GateResult measured = result.load().gates().get(0);
    assertEquals(gate, measured.expression());
    assertTrue(measured.value().matches("[0-9.]+ (µs|ms|s)"), measured.value());
    boolean decided = result.load().generator().healthy() && measured.reason() == null;
    assertEquals(decided ? Verdict.FAIL : Verdict.INCONCLUSIVE, measured.verdict());
    String headline = Words.headline(result);
    assertEquals(decided, headline.contains(gate + " (it is " + measured.value() + ")"), headline);
  }

  /** The deadline is long, since a client that is this late cannot hold lateness against others. */
  @Test
  void aPlanThatNobodyCanKeepProvesNothing() throws Exception {
    try (Target target = Target.honest()) {
      String plan = "--users 400 --rate 2000000 --warmup 1ms --duration 1ms";
      Cli.run(Cli.load(folder, plan, target.url(), "--set", "evicted.force=20s"))
          .with(ExitCode.UNPROVEN)
          .saying("nothing proven: the generator could not keep its plan: ")
          .saying(": lower --rate, or ");
    }
    RunResult result = StoredRunTest.result(folder);
    Loads.assertNobodyAccused(result);
    Path again = folder.resolve("again");
    Cli.run("check", folder.toString(), "--out", again.toString())
        .with(ExitCode.UNPROVEN)
        .saying("nothing proven: the generator could not keep its plan: ")
        .saying(": lower --rate, or ");
    assertEquals(result.load().generator(), StoredRunTest.result(again).load().generator());
  }

  @Test
  void usersThatAreTooFewForTheRateProveNothing() throws Exception {
    try (Target target = Target.honest();
        SlowDoor door = new SlowDoor(target.server().port(), 150)) {
      String plan = "--users 2 --rate 40 --warmup 1s --duration 2s";
      Cli.run(Cli.load(folder, plan, door.url()))
          .with(ExitCode.UNPROVEN)
          .saying("nothing proven: ");
    }
    RunResult result = StoredRunTest.result(folder);
    Loads.assertNobodyAccused(result);
    assertTrue(result.load().concurrent() > 40, result.load().toString());
    String few = "2 users are too few for 40 newcomers a second: ";
    if (!result.load().generator().reason().startsWith(few)) {
      Loads.orTooBusy(result);
    }
  }
}
