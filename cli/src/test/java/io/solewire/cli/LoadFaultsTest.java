package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.history.EventLog;
import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that break the rule under load, and the history of one of them. */
@Timeout(120)
class LoadFaultsTest {

  @TempDir private static Path run;
  private static Ended ended;
  private static RunResult result;

  @TempDir private Path folder;

  @BeforeAll
  static void loadAServerThatNeverEvicts() throws Exception {
    try (Target target = Target.with("never-evicts")) {
      ended = Cli.run(Cli.load(run, Loads.SHORT, target.url(), "--seed", "7"));
    }
    result = StoredRunTest.result(run);
  }

  @Test
  void whoNeverEvictsFailsByViolations() throws Exception {
    LoadResult load = result.load();
    ended
        .with(ExitCode.BROKEN)
        .saying(load.violations() + " violations under load; ")
        .saying("MUST broken under load: A1")
        .saying("failed: violations == 0 (it is " + load.violations() + ")")
        .saying("A1 (seen in load.takeover)   MUST   at most one admitted connection");
    assertTrue(load.takeovers() > 0 && load.unevicted() == load.takeovers(), load.toString());
    assertTrue(load.violations() >= load.unevicted(), load.toString());
    assertEquals(Map.of(), load.evictedBy());
    assertEquals(Verdict.FAIL, finding("A1").verdict());
    assertTrue(finding("A1").text().contains("--seed 7"), finding("A1").text());
    StoredRunTest.holdsTheSchema(new ObjectMapper().readTree(run.resolve("result.json").toFile()));
  }

  @Test
  void whoKillsBothFails() throws Exception {
    try (Target target = Target.with("kills-both")) {
      Cli.run(Cli.load(folder, Loads.SHORT, target.url()))
          .with(ExitCode.BROKEN)
          .saying(" violations under load; ");
    }
    assertTrue(StoredRunTest.result(folder).load().violations() > 0);
  }

  @Test
  void theHistoryIsJudgedAgainAsItWas() {
    Cli.run("check", run.resolve(EventLog.FILE).toString(), "--out", folder.toString())
        .with(ExitCode.BROKEN)
        .saying(result.load().violations() + " violations under load; ");
    RunResult again = StoredRunTest.result(folder);
    assertEquals(bare(result.load()), bare(again.load()));
    assertEquals(
        List.of(result.seed(), result.target().url(), result.target().profileDigest()),
        List.of(again.seed(), again.target().url(), again.target().profileDigest()));
  }

  @Test
  void aHistoryThatWasCutOffIsNoWholeOne() throws Exception {
    byte[] whole = Files.readAllBytes(run.resolve(EventLog.FILE));
    Path cut = folder.resolve(EventLog.FILE);
    Files.write(cut, Arrays.copyOf(whole, whole.length * 4 / 5));
    Ended half = Cli.run("check", cut.toString());
    assertTrue(half.code() == 1 || half.code() == 130, half.toString());
    half.saying("the history ends before the load did");
    for (int bytes : List.of(0, 5, 60)) {
      Files.write(cut, Arrays.copyOf(whole, bytes));
      Cli.run("check", cut.toString()).with(ExitCode.USAGE).saying(cut + ":1: ");
    }
  }

  @Test
  void aHistoryThatIsNotOneIsRefused() throws Exception {
    check(lines -> lines.replaceFirst("\"format\":1", "\"format\":2"))
        .with(ExitCode.USAGE)
        .saying("history format 2, this release reads 1");
    check(lines -> lines.replaceFirst("\"load\":\"[{]", "\"load\":\"["))
        .with(ExitCode.USAGE)
        .saying("\"load\" is no load plan: ");
    check(lines -> lines.replaceFirst("\n", "\ngarbage\n"))
        .with(ExitCode.USAGE)
        .saying(EventLog.FILE + ":2: not JSON");
    Path file = Files.writeString(folder.resolve(EventLog.FILE), "{\"format\":1}");
    Cli.run("check", file.toString()).with(ExitCode.USAGE).saying("Not in GZIP format");
  }

  private static LoadResult.RuleFinding finding(String rule) {
    return result.load().findings().stream()
        .filter(f -> f.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  /** Without the texts of failures, which name the command that was typed. */
  private static Map<String, Object> bare(LoadResult load) {
    return Map.of(
        "counts",
        List.of(load.takeovers(), load.unevicted(), load.violations(), load.errors()),
        "more",
        List.of(load.concurrent(), load.rate(), load.planned(), load.problems(), load.sample()),
        "findings",
        load.findings().stream().map(f -> f.rule() + f.verdict() + f.bad() + f.actual()).toList(),
        "metrics",
        load.metrics(),
        "evictedBy",
        load.evictedBy(),
        "gates",
        load.gates(),
        "generator",
        load.generator(),
        "timeline",
        load.timeline());
  }

  private Ended check(Function<String, String> damage) throws IOException {
    Path damaged = folder.resolve(EventLog.FILE);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(run.resolve(EventLog.FILE)));
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(damaged))) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      out.write(damage.apply(lines).getBytes(StandardCharsets.UTF_8));
    }
    return Cli.run("check", damaged.toString());
  }
}
