package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.judge.Verdict;
import io.solewire.report.Words;
import io.solewire.result.ExitCode;
import io.solewire.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that are there are shown anew, and what is wrong with them is told. */
class ReportCommandTest {

  private static final Path PUBLISHED =
      Path.of(System.getProperty("solewire.home"), "reports", "published");
  private static final List<String> WRITTEN = List.of("report.html", "junit.xml", "summary.md");

  @TempDir private Path folder;

  @BeforeEach
  void results() throws IOException {
    for (String target : List.of("reference", "seed-article")) {
      Files.createDirectories(at(target));
      Files.copy(PUBLISHED.resolve(target).resolve("result.json"), at(target + "/result.json"));
    }
  }

  @Test
  void theReportsOfARunAreWrittenAnewAndItsResultStaysTheSame() throws IOException {
    JsonNode before = json("seed-article/result.json");
    report(at("seed-article"))
        .with(ExitCode.OK)
        .saying(Words.headline(Results.read(at("seed-article/result.json"))))
        .saying("report   " + at("seed-article/report.html"));
    assertEquals(before, json("seed-article/result.json"));
    for (String file : WRITTEN) {
      assertTrue(Files.size(at("seed-article/" + file)) > 1_000, file);
    }
  }

  @Test
  void theReportsOfARunMayGoElsewhere() throws IOException {
    Path out = at("elsewhere");
    report(at("reference/result.json"), "--out", out.toString()).with(ExitCode.OK);
    assertTrue(Files.exists(out.resolve("report.html")));
    assertFalse(Files.exists(at("reference/report.html")));
    assertEquals(json("reference/result.json"), json("elsewhere/result.json"));
  }

  /** A newer release may have written more than this one knows, and otherwise. */
  @Test
  void whatThisReleaseDoesNotKnowOfAResultStaysInItByteForByte() throws IOException {
    Path file = at("reference/result.json");
    String text =
        Files.readString(file)
            .replaceFirst("\\{", "{ \"hint\": {\"a\": [1.50, null]},")
            .replaceFirst("\"verdict\" :", "\"colour\":\t\"\\\\u0062lue\", \"verdict\":");
    Files.writeString(file, text);
    Path out = at("elsewhere");
    report(at("reference")).with(ExitCode.OK);
    report(at("reference"), "--out", at("reference").toString()).with(ExitCode.OK);
    assertEquals(text, Files.readString(file));
    report(at("reference"), "--out", out.toString()).with(ExitCode.OK);
    assertEquals(text, Files.readString(out.resolve("result.json")));
    try (Stream<Path> files = Files.list(out)) {
      List<String> names = files.map(path -> path.getFileName().toString()).sorted().toList();
      assertEquals(List.of("junit.xml", "report.html", "result.json", "summary.md"), names);
    }
  }

  @Test
  void anEarlierLoadIsNamedAsItsFolderAndByWhatIsDifferent() throws IOException {
    Files.writeString(
        at("seed-article/result.json"),
        Files.readString(at("reference/result.json")).replace("\"users\" : 300", "\"users\" : 70"));
    report(at("reference"), "--baseline", at("seed-article/../seed-article").toString())
        .with(ExitCode.OK);
    String page = Files.readString(at("reference/report.html"));
    assertTrue(
        page.contains("\"name\":\"seed-article, 70 users\",\"baseline\":true"), "in the data");
  }

  @Test
  void aBaselineThatCannotBeLaidOverIsAUsageError() throws IOException {
    report(at("reference"), "--baseline", at("seed-article").toString())
        .with(ExitCode.USAGE)
        .saying("expected a load with evictions, but it has none");
    report(at("reference"), "--baseline", at("nowhere").toString())
        .with(ExitCode.USAGE)
        .saying("--baseline " + at("nowhere") + ": ");
    Files.writeString(
        at("seed-article/result.json"),
        Files.readString(at("reference/result.json"))
            .replace("\"simulation\" : \"takeover\"", "\"simulation\" : \"storm\""));
    report(at("reference"), "--baseline", at("seed-article").toString())
        .with(ExitCode.USAGE)
        .saying("is of the simulation storm, expected takeover");
    report(folder, "--baseline", at("reference").toString())
        .with(ExitCode.USAGE)
        .saying("expected one run to lay it over");
  }

  /** Whatever the verdicts are: it does not judge. */
  @Test
  void ofSeveralThereIsOnePageAndATableAndNothingElseIsTouched() throws IOException {
    Files.createSymbolicLink(at("latest"), Path.of("reference"));
    Ended ended = report(folder).with(ExitCode.OK).saying("overview " + at("index.html"));
    List<String> lines = ended.out().lines().toList();
    assertTrue(lines.stream().limit(4).allMatch(line -> line.length() <= 80), ended.out());
    JsonNode eviction = json("reference/result.json").at("/load/metrics/eviction");
    String median = Words.micros(eviction.get("p50").asLong());
    String tail = Words.micros(eviction.get("p99").asLong());
    assertTrue(lines.get(2).matches("reference +kept +" + median + " +" + tail), ended.out());
    assertTrue(lines.get(3).matches("seed-article +broken: A1, .*never +never"), ended.out());
    assertEquals("", lines.get(4));
    assertTrue(Files.readString(at("index.html")).contains("2 targets"));
    try (Stream<Path> files = Files.list(at("reference"))) {
      assertEquals(List.of(at("reference/result.json")), files.toList());
    }
  }

  @Test
  void severalFoldersNeedAPlaceForTheirPage() throws IOException {
    String[] both = {"report", at("reference").toString(), at("seed-article").toString()};
    Cli.run(both)
        .with(ExitCode.USAGE)
        .saying("--out: expected the folder for index.html")
        .saying("kept");
    String[] out = {both[0], both[1], both[2], "--out", at("page").toString()};
    Cli.run(out).with(ExitCode.OK);
    assertTrue(Files.exists(at("page/index.html")));
  }

  @Test
  void oneBadResultAmongGoodOnesIsToldAndTheOthersAreShown() throws IOException {
    Path bad = at("seed-article/result.json");
    String text = Files.readString(bad);
    Files.writeString(bad, text.substring(0, text.length() / 2));
    Ended ended =
        report(folder)
            .with(ExitCode.USAGE)
            .saying("solewire: " + bad + ": expected a result.json of solewire, but it ends")
            .saying("overview " + at("index.html"));
    assertTrue(ended.out().lines().anyMatch(l -> l.matches("reference +kept .*")), ended.out());
    assertTrue(ended.out().contains("seed-article              not readable"), ended.out());
    assertTrue(Files.readString(at("index.html")).contains("was it cut off?"));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws IOException {
    Files.createDirectories(at("empty"));
    Files.createDirectories(at("killed/history"));
    Files.writeString(at("reference/result.json"), "{\"format\": 2, \"tool\": \"solewire 9\"}");
    Ended ended =
        Cli.run("report", at("empty").toString(), at("refrence").toString(), folder.toString())
            .with(ExitCode.USAGE)
            .saying(at("empty") + ": expected the folder of a run, but there is no result.json in")
            .saying(at("refrence") + ": expected the folder of a run, but there is none; did you")
            .saying("did you mean " + at("reference") + "?")
            .saying(at("killed") + ": the run left no result.json (killed?); ./solewire check")
            .saying("result format 2, expected 1: made by solewire 9; update solewire to read it")
            .saying("--out: expected the folder");
    assertEquals(5, ended.err().lines().count(), ended.err());
  }

  @Test
  void aPublishedNameIsGuessed() {
    report(Path.of("djnago-channels"))
        .with(ExitCode.USAGE)
        .saying("did you mean ")
        .saying("published/django-channels?");
  }

  /** Written anew, it would lose what this release cannot read. */
  @Test
  void aResultOfWhichNotAllCanBeReadIsShownAndLeftAsItIs() throws IOException {
    Path file = at("reference/result.json");
    long passes = Results.read(file).count(Verdict.PASS);
    Files.writeString(
        file,
        Files.readString(file).replaceFirst("\"verdict\" : \"pass\"", "\"verdict\" : \"ok\""));
    String before = Files.readString(file);
    report(at("reference"))
        .with(ExitCode.USAGE)
        .saying(passes + " pass")
        .saying("nothing is written")
        .saying(file + ": verdict is \"ok\", expected one of not-applicable, pass, warn");
    assertEquals(before, Files.readString(file));
    assertFalse(Files.exists(at("reference/report.html")));
  }

  @Test
  void whatCannotBeWrittenIsTheHarnessesFailure() throws IOException {
    Files.writeString(at("file"), "");
    report(folder, "--out", at("file/below").toString())
        .with(ExitCode.HARNESS)
        .saying("cannot write " + at("file"));
    report(at("reference"), "--out", at("file/below").toString())
        .with(ExitCode.HARNESS)
        .saying("cannot write " + at("file"));
  }

  private Ended report(Path of, String... more) {
    return Cli.run(
        Stream.concat(Stream.of("report", of.toString()), Stream.of(more)).toArray(String[]::new));
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(at(file).toFile());
  }

  private Path at(String name) {
    return folder.resolve(name);
  }
}
