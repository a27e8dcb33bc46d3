package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command that a result names judges the same again. */
@Timeout(120)
class ReplayCommandTest {

  private static final String IDLE = "B1.idle-incumbent";

  @TempDir private Path folder;

  /** The folder of the earlier run is emptied before this one begins. */
  @Test
  void whatFailedIsJudgedAgainIntoTheFolderOfTheRunThatChoseIt() throws Exception {
    try (Target target = Target.with("drops-without-close")) {
      Cli.run(Cli.conform(folder, target.url(), "--only", "B1", "--only", "A3"))
          .with(ExitCode.BROKEN);
      String[] again = {target.url(), "--only-failed", folder.toString()};
      Cli.run(Cli.conform(folder, again)).with(ExitCode.BROKEN);
      Cli.run(Cli.conform(folder, again)).with(ExitCode.BROKEN).saying(IDLE);
    }
    RunResult result = StoredRunTest.result(folder);
    assertTrue(result.target().chosen().contains(" --only " + IDLE), result.target().chosen());
    assertEquals(result.cases().size(), result.target().chosen().split(" --only ").length - 1);
  }

  /** The link leads to the run that reads it as soon as that has made its folder. */
  @Test
  void whatFailedInTheLatestRunIsJudgedAgain() throws Exception {
    try (Target target = Target.with("drops-without-close")) {
      String[] first = {"conform", target.url(), "--only", "B1"};
      Cli.start(folder, first).await().with(ExitCode.BROKEN);
      String latest = Path.of("reports", "runs", "latest").toString();
      String[] again = {"conform", target.url(), "--only-failed", latest};
      Cli.start(folder, again).await().with(ExitCode.BROKEN);
      RunResult result = StoredRunTest.result(folder.resolve(latest));
      assertTrue(result.target().chosen().startsWith(" --only B1."), result.target().chosen());
    }
  }

  @Test
  void aStrictRunIsReplayedStrictly() throws Exception {
    try (Target target = Target.with("drops-without-close")) {
      String[] strict = {target.url(), "--only", IDLE, "--strict", "--budget", "brief"};
      Cli.run(Cli.conform(folder, strict)).with(ExitCode.BROKEN);
    }
    RunResult result = StoredRunTest.result(folder);
    String replay = result.target().replay();
    assertTrue(replay.endsWith(" --budget brief --strict"), replay);
    CaseResult subject = result.cases().get(0);
    assertTrue(subject.text().contains(" --budget brief --strict --only " + IDLE), subject.text());
  }

  @Test
  void aStrictRunOfBothHalvesAndAStrictLoadAreReplayedStrictly() {
    String nowhere = "ws://host.invalid/ws?user={user}";
    Cli.run(Cli.load("run", folder, Loads.SHORT, nowhere, "--strict")).with(ExitCode.TARGET);
    String run = StoredRunTest.result(folder).target().replay();
    assertTrue(run.endsWith(" --strict"), run);
    String closed = "ws://127.0.0.1:1/ws?user={user}";
    Cli.run(Cli.load(folder, Loads.SHORT, closed, "--strict")).with(ExitCode.TARGET);
    String load = StoredRunTest.result(folder).target().replay();
    assertTrue(load.endsWith(" --strict"), load);
  }

  /** Without it the target elsewhere would not be put under load again, nor its gates be seen. */
  @Test
  void aRunThatWasAskedForALoadAsksForItAgain() {
    String closed = "ws://127.0.0.1:1/ws?user={user}";
    String[] asked = {closed, "--load", "--gate", "errors < 5"};
    Cli.run(Cli.load("run", folder, Loads.SHORT, asked)).with(ExitCode.TARGET);
    String replay = StoredRunTest.result(folder).target().replay();
    assertTrue(replay.endsWith(" --gate 'errors < 5' --load"), replay);
    Cli.run(Cli.load("run", folder, Loads.SHORT, closed)).with(ExitCode.TARGET);
    String unasked = StoredRunTest.result(folder).target().replay();
    assertTrue(!unasked.contains("--load"), unasked);
  }

  /** A history does not say how its target was named. */
  @Test
  void whatIsConcludedFromAHistoryIsConcludedFromItAgain() throws Exception {
    Path run = folder.resolve("the run");
    Path again = folder.resolve("again");
    try (Target target = Target.with("drops-without-close")) {
      Cli.run(Cli.conform(run, target.url(), "--only", "B1")).with(ExitCode.BROKEN);
    }
    Cli.run("check", run.toString(), "--out", again.toString(), "--strict").with(ExitCode.BROKEN);
    RunResult result = StoredRunTest.result(again);
    String command = "./solewire check '" + run + "' --strict";
    assertEquals(command, result.target().replay());
    String summary = Files.readString(again.resolve("summary.md"));
    assertTrue(summary.contains("\n" + command + "\n"), summary);
    String text = result.cases().get(0).text();
    String last = text.substring(text.indexOf("  replay "));
    assertEquals(
        "  replay     ./solewire conform TARGET --strict --only "
            + result.cases().get(0).id()
            + " --seed "
            + result.seed()
            + "   # TARGET stands for what was judged",
        last);
    String page = Files.readString(again.resolve("report.html"));
    assertTrue(!page.contains("--strict --only B1.idle-incumbent --seed " + result.seed() + "<"));
  }

  @Test
  void theHistoryOfARunIsFoundInItsFolderInItsGzipForm() throws Exception {
    Path run = folder.resolve("run");
    try (Target target = Target.honest()) {
      Cli.run(Cli.conform(run, target.url(), "--only", "B1")).with(ExitCode.OK);
    }
    Path history = run.resolve("history.jsonl");
    try (GZIPOutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(run.resolve("history.jsonl.gz")))) {
      Files.copy(history, packed);
    }
    Files.delete(history);
    Files.delete(run.resolve("result.json"));
    Cli.run("report", run.toString()).with(ExitCode.USAGE).saying("./solewire check " + run);
    Cli.run("check", run.toString()).with(ExitCode.OK).saying("2 of 2 cases pass");
    Path again = folder.resolve("again");
    Cli.run("check", run.toString(), "--out", again.toString()).with(ExitCode.OK);
    assertEquals("./solewire check " + run, StoredRunTest.result(again).target().replay());
  }
}
