package io.solewire.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.CaseResult.Interval;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelinesTest {

  private static final String HEADER =
      "{\"format\":1,\"rules\":1,\"seed\":7,\"target\":\"t\",\"profile\":\"{}\"}\n";

  @TempDir private Path folder;

  @Test
  void picturesTheUserOfTheFindingOfEachCaseAndNobodyElse() throws Exception {
    history(HEADER + open(10, "A1.x", "u1") + open(20, "A1.x", "u2") + open(30, "D1.y", "u1"));
    RunResult run =
        run(
            one("A1.x", Verdict.FAIL, "u2"),
            one("D1.y", Verdict.PASS, "u1"),
            one("E1.z", Verdict.FAIL, "u9"));
    Map<String, Timeline> timelines = Timelines.ofCases(run, folder);
    assertEquals(Set.of("A1.x", "D1.y"), timelines.keySet());
    assertEquals("u2", timelines.get("A1.x").user());
    assertEquals(1, timelines.get("A1.x").shown());
  }

  @Test
  void showsManyEventsOfWhatFailedAndFewOfTheRest() throws Exception {
    StringBuilder lines = new StringBuilder(HEADER);
    for (int i = 0; i < 1_000; i++) {
      lines.append(open(i, "A1.x", "u")).append(open(i, "D1.y", "u"));
    }
    history(lines.toString());
    Map<String, Timeline> timelines =
        Timelines.ofCases(
            run(one("A1.x", Verdict.FAIL, "u"), one("D1.y", Verdict.PASS, "u")), folder);
    assertEquals(Timelines.MANY * 2 / 3, timelines.get("A1.x").shown());
    assertEquals(Timelines.FEW * 2 / 3, timelines.get("D1.y").shown());
    assertEquals(1_000 - Timelines.FEW * 2 / 3, timelines.get("D1.y").more());
  }

  @Test
  void keepsThePageSmallWhereVeryManyCasesFailed() throws Exception {
    StringBuilder lines = new StringBuilder(HEADER);
    CaseResult[] cases = new CaseResult[300];
    for (int i = 0; i < cases.length; i++) {
      cases[i] = one("A1.x" + i, Verdict.FAIL, "u");
      for (int event = 0; event < 200; event++) {
        lines.append(open(event, "A1.x" + i, "u"));
      }
    }
    history(lines.toString());
    Map<String, Timeline> timelines = Timelines.ofCases(run(cases), folder);
    assertEquals(300, timelines.size());
    int shown = timelines.values().stream().mapToInt(Timeline::shown).sum();
    assertTrue(shown <= 300 * Timelines.FEW, String.valueOf(shown));
  }

  @Test
  void showsWhatCanBeReadOfAHistoryThatIsBroken() throws Exception {
    history(HEADER + open(10, "A1.x", "u") + "garbage\n" + open(20, "A1.x", "u"));
    Map<String, Timeline> timelines =
        Timelines.ofCases(run(one("A1.x", Verdict.FAIL, "u")), folder);
    assertEquals(1, timelines.get("A1.x").shown());
  }

  @Test
  void isEmptyWithoutAHistoryAndWithoutAnInterval() {
    assertEquals(Map.of(), Timelines.ofCases(run(one("A1.x", Verdict.FAIL, "u")), folder));
    assertEquals(Map.of(), Timelines.ofCases(run(one("A1.x", Verdict.FAIL, null)), folder));
    assertEquals(Map.of(), Timelines.ofCases(run(), folder));
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
