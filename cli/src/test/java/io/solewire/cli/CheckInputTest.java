package io.solewire.cli;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that were damaged, cut, or never were any. */
class CheckInputTest {

  @TempDir private static Path run;
  private static List<String> lines;

  @TempDir private Path folder;

  @BeforeAll
  static void recordOne() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run(Cli.conform(run, target.profile(run), "--only", "B*")).with(ExitCode.OK);
    }
    lines = Files.readAllLines(run.resolve("history.jsonl"));
  }

  @Test
  void aWholeOneIsJudgedAsItWas() throws Exception {
    check(lines).with(ExitCode.OK).saying("7 of 7 cases pass");
  }

  @Test
  void anEmptyFolderHasNone() {
    Cli.run("check", folder.toString()).with(ExitCode.USAGE).saying("no history there:");
  }

  @Test
  void anotherJsonFileIsNone() throws Exception {
    String result = run.resolve("result.json").toString();
    Cli.run("check", result).with(ExitCode.USAGE).saying("not the first line of a history");
    check(List.of("{\"a\": 1}")).with(ExitCode.USAGE).saying("not the first line of a history");
  }

  @Test
  void aBrokenLineIsNamed() throws Exception {
    List<String> broken = new ArrayList<>(lines);
    broken.add(5, "garbage");
    check(broken).with(ExitCode.USAGE).saying("history.jsonl:6: not JSON");
  }

  @Test
  void aCaseOfAnotherReleaseIsNamed() throws Exception {
    List<String> foreign = lines.stream().map(l -> l.replace("B1.", "Z9.")).toList();
    check(foreign).with(ExitCode.USAGE).saying("\"Z9.idle-incumbent\" is no case");
  }

  @Test
  void aHistoryOfANewerFormatIsNamed() throws Exception {
    List<String> newer = new ArrayList<>(lines);
    newer.set(0, newer.get(0).replace("\"format\":1", "\"format\":2"));
    check(newer).with(ExitCode.USAGE).saying("history format 2, this release reads 1");
  }

  @Test
  void oneThatWasCutOffProvesNothing() throws Exception {
    for (int keep : List.of(1, 2, lines.size() / 3, lines.size() / 2, lines.size() - 1)) {
      check(lines.subList(0, keep)).with(ExitCode.INTERRUPTED).saying("nothing proven");
    }
  }

  private Ended check(List<String> text) throws IOException {
    Files.write(folder.resolve("history.jsonl"), text);
    return Cli.run("check", folder.toString());
  }
}
