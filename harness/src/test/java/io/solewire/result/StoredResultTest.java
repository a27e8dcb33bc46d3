package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result.json that is not what it should be is told of by file, key, value and expectation. */
class StoredResultTest {

  private static final String GOOD =
      "{\"format\": 1, \"tool\": \"solewire 0.9.0\", \"target\": {\"name\": \"acme\"}, \"verdict\":"
          + " \"pass\", \"exitCode\": 0, \"startedAt\": \"2026-11-23T10:15:30Z\", \"cases\": [%s]}";

  @TempDir private Path folder;

  @Test
  @Timeout(10)
  void aPipeAndAFolderAreNoResultsAndNobodyWaitsForThem() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    for (Path none : List.of(pipe, folder)) {
      StoredResult stored = StoredResult.read(none);
      String words = ": expected a result.json of solewire, but it is no file that can be read";
      assertTrue(stored.problems().get(0).startsWith(none + words), stored.toString());
    }
  }

  @ParameterizedTest(name = "of {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | expected a result.json of solewire, but it is empty
          ' '                       | expected a result.json of solewire, but it is empty
          null                      | expected a result.json of solewire, but it holds null
          []                        | expected a result.json of solewire, but it holds a list
          - no JSON                 | but it is no JSON in line 1: Unexpected character (' '
          {"format": 1} {}          | but it is no JSON in line 1: Trailing token
          {"format": 1, "cases": [  | but it ends in the middle, in line 1; was it cut off?
          {"format": 1, "tool": "s  | but it ends in the middle, in line 1; was it cut off?
          {"numPassedTests": 3}     | but it has no key "format"
          {"tool": "jest 29"}       | but it has no key "format"; tool is "jest 29"
          {"format": 1, "tool": "k6"} | but it was made by "k6"
          {"format": 2, "tool": "solewire 9.9"} | result format 2, expected 1: made by solewire 9.9; update solewire to read it
          {"format": 0}             | result format 0, expected 1: made by an unknown tool; no release writes that
          {"format": "x"}           | result format "x", expected 1: made by an unknown tool; no release writes that
          """)
  void aFileThatIsNoResultIsTold(String text, String words) throws IOException {
    Path file = write(text);
    StoredResult stored = StoredResult.read(file);
    assertEquals(1, stored.problems().size(), stored.toString());
    String problem = stored.problems().get(0);
    assertTrue(problem.startsWith(file + ": ") && problem.contains(words), problem);
    assertTrue(stored.result().isEmpty());
    assertEquals(problem, assertThrows(IOException.class, () -> Results.read(file)).getMessage());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "verdict": "pass" | "verdict": "flaky" | verdict is "flaky", expected one of not-applicable, pass, warn, inconclusive, error, fail
          "verdict": "pass" | "verdict": null    | verdict is null, expected one of not-applicable, pass
          "exitCode": 0     | "exitCode": "ok"   | exitCode is "ok", expected a whole number
          "exitCode": 0     | "durationMs": 1    | exitCode is missing, expected a whole number
          {"name": "acme"}  | "acme"             | target is "acme", expected an object
          "cases": []       | "cases": {}        | cases is {}, expected a list
          "cases": []       | "cases": [7]       | cases[0] is no case, expected an object
          "cases": []       | "cases": [{"id": "A1.x", "rule": "A1", "level": "MAY", "verdict": "pass"}] | cases[0].level is "MAY", expected one of MUST, SHOULD
          "cases": []       | "cases": [], "load": {"rate": "fast"} | load.rate is "fast", expected a number
          "cases": []       | "cases": [], "load": {"gates": [null]} | load.gates[0] is null, expected an object with expression, value, verdict
          "cases": []       | "cases": [], "load": {"findings": [{}, null]} | load.findings[1] is null, expected an object with rule, level, verdict
          "cases": []       | "cases": [], "load": {"curve": [null]} | load.curve[0] is null, expected an object with percentile, us
          "cases": []       | "cases": [], "load": {"timeline": [7]} | load.timeline[0] is 7, expected an object with at, evictions, p50
          "cases": []       | "cases": [{"id": "A1.x", "rule": "A1", "level": "MUST", "verdict": "pass", "findings": [null]}] | cases[0].findings[0] is null, expected an object with rule, level, verdict
          """)
  void aValueThatCannotBeReadIsTold(String good, String bad, String words) throws IOException {
    Path file = write(GOOD.formatted("").replace(good, bad));
    StoredResult stored = StoredResult.read(file);
    String problem = stored.problems().get(0);
    assertTrue(problem.startsWith(file + ": " + words), problem);
    assertEquals(1, stored.problems().size(), stored.toString());
    assertTrue(stored.result().isPresent());
  }

  @Test
  void aWholeFileHasNoProblem() throws IOException {
    StoredResult stored =
        StoredResult.read(
            write(
                GOOD.formatted(
                    "{\"id\": \"A1.x\", \"rule\": \"A1\", \"level\": \"MUST\", \"verdict\":"
                        + " \"not-applicable\"}")));
    assertTrue(stored.whole(), stored.toString());
    assertEquals(Verdict.NOT_APPLICABLE, stored.result().get().cases().get(0).verdict());
  }

  /** A newer release may know a verdict that this one does not. */
  @Test
  void allThatIsWrongWithCasesIsToldAtOnceAndTheRestIsRead() throws IOException {
    String cases =
        """
        {"id": null, "rule": "A1", "level": "MUST", "verdict": "pass"},
        {"id": "A2.x", "rule": "A2", "level": "MUST", "verdict": null},
        {"id": "A3.x", "rule": "A3", "level": "MUST", "verdict": "flaky", "durationMs": "long"},
        {"id": "A5.x", "rule": "A5", "level": "MUST", "verdict": "fail"}
        """;
    StoredResult stored = StoredResult.read(write(GOOD.formatted(cases)));
    assertEquals(
        List.of(
            "cases[0].id is null",
            "cases[1].verdict is null",
            "cases[2].verdict is \"flaky\"",
            "cases[2].durationMs is \"long\""),
        stored.problems().stream().map(StoredResultTest::told).toList());
    RunResult result = stored.result().get();
    assertEquals(4, result.cases().size());
    assertEquals(1, result.count(Verdict.FAIL));
    assertFalse(stored.whole());
  }

  @Test
  void whatIsNoEntryOfAListIsTakenOutAndTheRestIsRead() throws IOException {
    String entry = "{\"rule\": \"A1\", \"level\": \"MUST\", \"verdict\": \"fail\"}";
    String subject =
        "{\"id\": \"A1.x\", \"rule\": \"A1\", \"level\": \"MUST\", \"verdict\": \"fail\","
            + " \"findings\": [null, %s, \"x\"]}";
    String load =
        "\"load\": {\"takeovers\": 3, \"findings\": [%s, null], \"gates\": [null, {}], \"curve\": [0,"
            + " {}], \"timeline\": [{}, [], null]}, \"cases\"";
    String text = GOOD.formatted(subject.formatted(entry));
    StoredResult stored =
        StoredResult.read(write(text.replace("\"cases\"", load.formatted(entry))));
    assertEquals(
        List.of(
            "cases[0].findings[0] is null",
            "cases[0].findings[2] is \"x\"",
            "load.curve[0] is 0",
            "load.findings[1] is null",
            "load.gates[0] is null",
            "load.timeline[1] is []",
            "load.timeline[2] is null"),
        stored.problems().stream().map(StoredResultTest::told).toList());
    RunResult result = stored.result().get();
    assertEquals("A1", result.cases().get(0).findings().get(0).rule());
    LoadResult read = result.load();
    assertEquals(3, read.takeovers());
    assertEquals(
        List.of(1, 1, 1, 1),
        List.of(
            read.findings().size(),
            read.gates().size(),
            read.curve().size(),
            read.timeline().size()));
    assertEquals(1, result.cases().get(0).findings().size());
  }

  private static String told(String problem) {
    return problem.substring(problem.indexOf(": ") + 2, problem.indexOf(", expected"));
  }

  @Test
  void manyProblemsAreCounted() throws IOException {
    String cases = IntStream.range(0, 500).mapToObj(i -> "7").collect(Collectors.joining(","));
    StoredResult stored = StoredResult.read(write(GOOD.formatted(cases)));
    assertEquals(21, stored.problems().size());
    assertTrue(stored.problems().get(20).endsWith("480 more like these"), stored.toString());
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path file = folder.resolve(Results.FILE);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(70L << 20);
    }
    assertEquals(
        List.of(
            file
                + ": expected a result.json of solewire, but it has 70 MB where at most 64 MB are"
                + " read"),
        StoredResult.read(file).problems());
  }

  @Test
  void whatIsNoFileOrNoTextIsTold() throws IOException {
    Path nowhere = folder.resolve("nowhere.json");
    assertEquals(
        List.of(nowhere + ": expected a result.json of solewire, but there is no such file"),
        StoredResult.read(nowhere).problems());
    assertTrue(StoredResult.read(folder).problems().get(0).startsWith(folder + ": "));
    Path binary = folder.resolve("binary.json");
    Files.write(binary, new byte[] {'{', (byte) 0xFF, (byte) 0xFE});
    assertTrue(StoredResult.read(binary).problems().get(0).endsWith("it is no text in UTF-8"));
  }

  /** Deeper than any reader goes, and not one that ends in a stack overflow. */
  @Test
  void whatIsNestedWithoutEndIsTold() throws IOException {
    StoredResult stored = StoredResult.read(write("{\"format\": " + "[".repeat(100_000)));
    assertTrue(stored.problems().get(0).contains("nesting depth"), stored.toString());
  }

  private Path write(String text) throws IOException {
    Path file = folder.resolve(Results.FILE);
    Files.writeString(file, text == null ? "null" : text, StandardCharsets.UTF_8);
    return file;
  }
}
