package io.solewire.report.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillMatrixFilesTest {

  private static final KillMatrix.Computed TODAY =
      new KillMatrix.Computed("2026-11-28", 61, "on a machine", Map.of("judge", "ab12"));

  private static KillMatrix matrix(Map<String, String> verdicts) {
    KillMatrix.Fault fault =
        new KillMatrix.Fault(
            "two|winners",
            "lets <b>both</b> in",
            "a bug",
            "D1.x",
            "survive",
            "2 survive and answer",
            verdicts);
    List<KillMatrix.Case> cases =
        List.of(new KillMatrix.Case("A1.x", "one"), new KillMatrix.Case("D1.x", "two"));
    KillMatrix.Correct correct =
        new KillMatrix.Correct(
            "honest", "is right", 100, List.of("A1.x fail: wrongly"), Map.of("D1.x", 3));
    return KillMatrix.NONE
        .withFaults(cases, List.of(fault), TODAY)
        .withCorrect(List.of(correct), TODAY);
  }

  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) throws Exception {
    assertEquals(KillMatrix.NONE, KillMatrixFiles.read(folder));
    KillMatrix matrix = matrix(Map.of("D1.x", "fail", "A1.x", "inconclusive"));
    KillMatrixFiles.write(folder, matrix);
    assertEquals(matrix, KillMatrixFiles.read(folder));
  }

  @Test
  void furtherRunsAreAddedToThoseBySameSourcesAndReplaceOthers() {
    KillMatrix once = matrix(Map.of());
    KillMatrix twice = once.withMoreCorrect(once.correct(), TODAY);
    KillMatrix.Correct honest = twice.correct().get(0);
    assertEquals(200, honest.runs());
    assertEquals(2, honest.accusations().size());
    assertEquals(Map.of("D1.x", 6), honest.unproven());
    assertEquals(122, twice.correctOf().seconds());
    KillMatrix.Computed changed =
        new KillMatrix.Computed("2026-11-29", 5, "on a machine", Map.of("judge", "cd34"));
    assertEquals(100, once.withMoreCorrect(once.correct(), changed).correct().get(0).runs());
  }

  @Test
  void aCaseThatSeesNoFaultIsNamed() {
    assertEquals(List.of("A1.x"), matrix(Map.of("D1.x", "warn", "A1.x", "error")).idle());
    assertEquals(List.of(), matrix(Map.of("D1.x", "fail", "A1.x", "warn")).idle());
  }

  @Test
  void pagesShowEachFaultItsCaseAndEachAccusationAsText(@TempDir Path folder) throws Exception {
    KillMatrixFiles.write(folder, matrix(Map.of("D1.x", "fail", "A1.x", "inconclusive")));
    String markdown = Files.readString(folder.resolve("kill-matrix.md"));
    for (String part :
        List.of(
            "two&#124;winners", "2 survive and answer", "**none**", "wrongly", "in 3", "ab12")) {
      assertTrue(markdown.contains(part), part + " in " + markdown);
    }
    assertFalse(markdown.contains("<b>"), markdown);
    String html = Files.readString(folder.resolve("kill-matrix.html"));
    assertTrue(html.contains("class=\"fail named\""), html);
    assertTrue(html.contains("class=\"inconclusive\""), html);
    assertTrue(html.contains("&lt;b&gt;both&lt;/b&gt;"), html);
    assertTrue(html.contains("A1.x fail: wrongly"), html);
  }
}
