package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.judge.Verdict;
import io.solewire.report.gallery.Exhibition;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the gallery is written by one command, and another look is compared with it. */
@Timeout(600)
class GalleryCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Path PUBLISHED =
      Path.of(System.getProperty("solewire.home"), "reports", "published");

  @TempDir private Path folder;

  private Ended gallery(String... more) {
    Stream<String> places =
        Stream.of("gallery", "--out", at("runs").toString(), "--published", at("table").toString());
    return Cli.run(Stream.concat(places, Stream.of(more)).toArray(String[]::new));
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  @Test
  void aTargetThatIsShownIsComparedWithWhatWasSeen() throws IOException {
    Files.createDirectories(at("table"));
    Files.copy(PUBLISHED.resolve(Exhibition.DATA), at("table").resolve(Exhibition.DATA));
    gallery("--anew", "reference").with(ExitCode.OK);
    String table = Files.readString(at("table/README.md"));
    assertTrue(table.contains("[reference](reference/summary.md) | solewire "), table);
    assertTrue(Files.exists(at("table/index.html")));
    Path data = at("table").resolve(Exhibition.DATA);
    ObjectNode seen = (ObjectNode) JSON.readTree(data.toFile());
    JsonNode rules = seen.get("reference").get("rules");
    assertEquals(1, rules.get("A1").get("pass").asInt(), "earlier looks are forgotten: " + rules);
    assertTrue(seen.has("ws"), "and those of others are not");
    assertEquals(1, rules.get("K1").get("not applicable").asInt(), "it is one node");

    ((ObjectNode) rules.get("A1")).remove("pass");
    ((ObjectNode) rules.get("A1")).put("fail", 1);
    Files.writeString(data, JSON.writeValueAsString(seen));
    gallery("--check", "reference")
        .with(ExitCode.BROKEN)
        .saying("changed: in 2 of 2 looks: A1 is pass, was fail in 1 of 1");
    assertEquals(seen, JSON.readTree(data.toFile()), "a look changes nothing");
  }

  @Test
  void whatIsNotThereIsToldBeforeAnythingRuns() throws IOException {
    gallery("mosquito").with(ExitCode.USAGE).saying("mosquitto");
    gallery("--check", "ws/all")
        .with(ExitCode.USAGE)
        .saying("--check: expected targets that were published, but ws, ws/await-lookup,");
    gallery("--check", "--anew", "ws").with(ExitCode.USAGE).saying("--anew: nothing is written");
    Files.createDirectories(at("table"));
    Files.writeString(at("table").resolve(Exhibition.DATA), "[]");
    gallery("reference").with(ExitCode.USAGE).saying("gallery.json: expected what gallery writes");
    assertFalse(Files.exists(at("runs")), "nothing has run");
    assertEquals(List.of(Exhibition.DATA), names(at("table")));
  }

  @ParameterizedTest
  @CsvSource({"0, '', true", "1, '', true", "4, '', false", "70, '', false", "1, no load, false"})
  void whatTheHarnessOrTheTargetFailedInIsNoLook(int code, String problem, boolean whole) {
    List<String> problems = problem.isEmpty() ? List.of() : List.of(problem);
    RunResult result =
        new RunResult(
            1,
            "solewire",
            1,
            Map.of(),
            null,
            1,
            "",
            1,
            false,
            Verdict.PASS,
            code,
            null,
            List.of(),
            null,
            problems);
    assertEquals(whole, GalleryCommand.isWhole(result));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
