package io.solewire.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.CaseResult.Interval;
import io.solewire.result.RunResult;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TimelinesTest {

  private static final String HEADER =
      "{\"format\":1,\"rules\":1,\"seed\":1,\"target\":\"t\",\"profile\":\"{}\"}\n";

  @TempDir private Path folder;

  @Test
  void picturesTheUserOfTheFindingOfEachCaseAndNobodyElse() throws Exception {
    history(HEADER + open(10, "A1.x", "u1") + open(20, "A1.x", "u2") + open(30, "D1.y", "u1"));
    RunResult run =
        run(
            one("A1.x", Verdict.FAIL, "u2"),
            one("D1.y", Verdict.PASS, "u1"),
            one("E1.z", Verdict.FAIL, "u9"));
    Map<String, Timeline> timelines = made(run);
    assertEquals(Set.of("A1.x", "D1.y"), timelines.keySet());
    assertEquals("u2", timelines.get("A1.x").user());
    assertEquals(1, timelines.get("A1.x").shown());
  }

  @Test
  void showsManyConnectionsOfWhatFailedAndFewOfTheRest() throws Exception {
    StringBuilder lines = new StringBuilder(HEADER);
    for (int i = 0; i < 1_000; i++) {
      lines.append(open(i, "A1.x", "u")).append(open(i, "D1.y", "u"));
    }
    history(lines.toString());
    Map<String, Timeline> timelines =
        made(run(one("A1.x", Verdict.FAIL, "u"), one("D1.y", Verdict.PASS, "u")));
    assertEquals(Timelines.MANY_LANES, timelines.get("A1.x").shown());
    assertEquals(Timelines.FEW_LANES, timelines.get("D1.y").shown());
    assertEquals(1_000 - Timelines.FEW_LANES, timelines.get("D1.y").more());
  }

  @Test
  void showsWhatCanBeReadOfAHistoryThatIsBroken() throws Exception {
    history(HEADER + open(10, "A1.x", "u") + "garbage\n" + open(20, "A1.x", "u"));
    Map<String, Timeline> timelines = made(run(one("A1.x", Verdict.FAIL, "u")));
    assertEquals(1, timelines.get("A1.x").shown());
  }

  @Test
  void saysWhyPicturesAreMissing() throws Exception {
    RunResult run = run(one("A1.x", Verdict.FAIL, "u"));
    assertTrue(problem(run).contains("no history there"), problem(run));
    history(HEADER + open(10, "A1.x", "u") + "garbage\n");
    assertTrue(problem(run).contains("history.jsonl:3"), problem(run));
    history(HEADER.replace("\"seed\":1", "\"seed\":8") + open(10, "A1.x", "u"));
    assertTrue(problem(run).endsWith("is of another run, with the seed 8"), problem(run));
    assertEquals(Map.of(), made(run));
  }

  @Test
  @Timeout(10)
  void waitsForNoPipe() throws Exception {
    Path pipe = folder.resolve("history.jsonl");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    RunResult run = run(one("A1.x", Verdict.FAIL, "u"));
    assertEquals(pipe + " is no file that can be read to its end", problem(run));
  }

  @Test
  void findsAHistoryThatWasCompressed() throws Exception {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("history.jsonl.gz")))) {
      out.write((HEADER + open(10, "A1.x", "u")).getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(Set.of("A1.x"), made(run(one("A1.x", Verdict.FAIL, "u"))).keySet());
  }

  @Test
  void isSilentWhereNothingIsToBeDrawn() {
    assertEquals(Pictures.NONE, Timelines.ofCases(run(one("A1.x", Verdict.FAIL, null)), folder));
    assertEquals(Pictures.NONE, Timelines.ofCases(run(), folder));
  }

  private Map<String, Timeline> made(RunResult run) {
    return Timelines.ofCases(run, folder).timelines();
  }

  private String problem(RunResult run) {
    return Timelines.ofCases(run, folder).problem().orElse("");
  }

  private void history(String lines) throws Exception {
    Files.writeString(folder.resolve("history.jsonl"), lines);
  }

  private static String open(int t, String caseId, String user) {
    return "{\"t\":%d,\"case\":\"%s\",\"user\":\"%s\",\"conn\":\"c%d\",\"e\":\"tcp-open\"}\n"
        .formatted(t, caseId, user, t);
  }

  private static CaseResult one(String id, Verdict verdict, String user) {
    return new CaseResult(
        id,
        "A1",
        null,
        "",
        verdict,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        List.of(),
        null,
        null,
        null,
        user == null ? null : new Interval(user, 0, 1_000));
  }

  private static RunResult run(CaseResult... cases) {
    return new RunResult(
        1, "", 1, null, null, 1, null, 0, false, null, 1, null, List.of(cases), null, null);
  }
}
