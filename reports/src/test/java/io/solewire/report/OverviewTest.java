package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.report.overview.Overview;
import io.solewire.report.overview.RunFolder;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OverviewTest {

  private static final String EARLY = "2026-11-23T10:15:30Z";
  private static final String LATE = "2026-11-28T10:15:30Z";

  @TempDir private Path folder;

  @Test
  void everyMarkLeadsToWhatDecidedInTheReportOfItsRun() throws Exception {
    RunFolder honest = run("honest", named("honest", Samples.run(Samples.pass("A1.one"))));
    RunResult broken =
        Samples.with(
            Samples.run(1, false, Samples.pass("B1.one"), Samples.fail("A1.one", "both")),
            LoadSamples.findings(
                LoadSamples.load(), LoadSamples.finding("B1", "MUST", Verdict.FAIL, 1, 9)));
    RunFolder other = run("sub dir/bröken", named("bröken", broken));
    Document page = page(honest, other);
    String there = "sub%20dir/br%C3%B6ken/report.html";
    assertEquals(
        List.of(there + "#A1.one", "honest/report.html#A1.one"), hrefs(rule(page, "A1"), "mark"));
    assertEquals(List.of(there + "#load-rules"), hrefs(rule(page, "B1"), "mark"));
    for (Element link : Dom.all(page, "a")) {
      leadsSomewhere(page, link.getAttribute("href"));
    }
  }

  private void leadsSomewhere(Document page, String href) throws Exception {
    String[] parts = href.split("#", -1);
    String path = parts[0].replace("%20", " ").replace("%C3%B6", "ö");
    Document to = parts[0].isEmpty() ? page : Pages.of(Files.readString(folder.resolve(path)));
    Set<String> ids = new HashSet<>();
    Dom.all(to, "*").forEach(element -> ids.add(element.getAttribute("id")));
    assertTrue(parts.length == 1 || ids.contains(parts[1]), href);
  }

  @Test
  void aMarkIsSaidInWordsAndShownByMoreThanColour() throws Exception {
    RunFolder run =
        run(
            "acme",
            named(
                "acme",
                Samples.run(
                    1,
                    false,
                    Samples.fail("A1.one", "both"),
                    Samples.pass("A2.one"),
                    Samples.inconclusive("A3.one", "?"),
                    Samples.notApplicable("A4.one", "key"))));
    Document page = page(run);
    List<String> shown =
        List.of("A1", "A2", "A3", "A4", "A5").stream()
            .map(id -> Dom.all(rule(page, id), "td").get(0).getTextContent())
            .toList();
    assertEquals(
        List.of("✕fail", "✓pass", "?inconclusive", "–not applicable", "·not in this run"), shown);
  }

  @Test
  void runsOfOneTargetAreToldApartAndTheLatestComesFirst() throws Exception {
    RunResult result = Samples.run(Samples.pass("A1.one"));
    List<RunFolder> runs =
        List.of(
            run("20261123-acme", GlanceTest.at(result, EARLY, "acme")),
            run("20261128-acme", GlanceTest.at(result, LATE, "acme")),
            run("aardvark", GlanceTest.at(result, EARLY, "aardvark")));
    assertEquals(
        List.of("aardvark", "20261128-acme", "20261123-acme"),
        Overview.of(runs).table().stream().skip(2).map(line -> line.split(" ")[0]).toList());
    Document page = page(runs.toArray(RunFolder[]::new));
    List<String> rows = Dom.all(table(page, "runs"), "th").stream().map(this::text).toList();
    assertEquals("aardvark2026-11-23 10:15:30 UTCseed 8812", rows.get(2));
    assertEquals("acme20261128-acme2026-11-28 10:15:30 UTCseed 8812", rows.get(3));
    assertEquals("acme20261123-acme2026-11-23 10:15:30 UTCseed 8812", rows.get(4));
    assertEquals("3 runs of 2 targets, judged by the same rules", text(Dom.all(page, "h1").get(0)));
    assertTrue(
        page.getDocumentElement().getTextContent().contains("from 2026-11-23 to 2026-11-28"));
  }

  /** What is missing may be what was broken, so nothing is called kept. */
  @Test
  void aRunThatCannotBeReadHasARowThatSaysWhyAndTheOthersAreShown() throws Exception {
    RunFolder good = run("good", named("good", Samples.run(Samples.pass("A1.one"))));
    run("half", named("half", Samples.run(Samples.pass("A1.one"))));
    Path half = folder.resolve("half/result.json");
    Files.writeString(half, Files.readString(half).replace("\"pass\"", "\"flaky\""));
    Path cut = Files.createDirectories(folder.resolve("cut"));
    Files.writeString(cut.resolve("result.json"), "{\"format\": 1,");
    Overview overview =
        Overview.of(List.of(good, RunFolder.read(folder.resolve("half")), RunFolder.read(cut)));
    Document page = Dom.parse(overview.html(folder));
    List<Element> rows = Dom.all(Dom.all(table(page, "runs"), "tbody").get(0), "tr");
    assertEquals(3, rows.size());
    assertTrue(text(rows.get(0)).contains("kept"));
    assertTrue(text(rows.get(1)).contains("not all of it readable" + half + ": cases[0].verdict"));
    assertFalse(text(rows.get(1)).contains("kept"));
    assertTrue(text(rows.get(2)).contains("not readable" + cut.resolve("result.json")));
    assertEquals("not readable", overview.table().get(4).substring(26, 38));
  }

  @Test
  void aRunWithoutAReportHasNoLinks() throws Exception {
    RunFolder run = run("acme", named("acme", Samples.run(Samples.pass("A1.one"))));
    Files.delete(folder.resolve("acme/report.html"));
    Document page = page(run);
    assertEquals(List.of(), hrefs(rule(page, "A1"), "mark"));
    assertEquals("✓pass", text(Dom.all(rule(page, "A1"), "td").get(0)));
  }

  @Test
  void aKillMatrixBesideItIsLedTo() throws Exception {
    RunFolder run = run("acme", named("acme", Samples.run(Samples.pass("A1.one"))));
    assertFalse(Overview.of(List.of(run)).html(folder).contains("kill-matrix.html"));
    Files.writeString(folder.resolve("kill-matrix.html"), "");
    assertTrue(Overview.of(List.of(run)).html(folder).contains("href=\"kill-matrix.html\""));
  }

  @Test
  void nothingThatAServerSentBreaksThePageOrTheTable() throws Exception {
    RunResult bad =
        Samples.with(
            Samples.run(1, false, Samples.fail("A1." + Samples.HOSTILE, Samples.HOSTILE)),
            LoadSamples.hostile());
    RunResult result = named(Samples.HOSTILE, bad);
    Reports.write(result, folder.resolve("bad"));
    RunFolder run = new RunFolder(folder.resolve("bad"), Optional.of(result), List.of());
    String html = Overview.of(List.of(run)).html(folder);
    Document page = Dom.parse(html);
    assertEquals(List.of(), Dom.all(page, "script"));
    assertFalse(html.contains("src="));
    assertFalse(html.contains("\u202E"));
    RunResult loud = named("\u001b[31m\nred " + Samples.HOSTILE, bad);
    RunFolder red = new RunFolder(folder.resolve("red"), Optional.of(loud), List.of());
    List<String> table = Overview.of(List.of(red)).table();
    assertTrue(table.get(2).startsWith("\\u001b[31m red ]]"), table.get(2));
    for (String line : table) {
      assertTrue(
          line.codePointCount(0, line.length()) <= 80 && !line.matches("(?s).*\\p{Cc}.*"), line);
    }
  }

  @Test
  void theTableSaysVerdictAndLatenciesInEightyColumns() throws Exception {
    RunResult load = Samples.with(Samples.run(Samples.pass("A1.one")), LoadSamples.load());
    Overview overview = Overview.of(List.of(run("acme", named("acme", load))));
    assertEquals(
        List.of(
            "target                    verdict                             eviction",
            "                                                                   p50       p99",
            "acme                      kept                                  400 µs    2.1 ms"),
        overview.table());
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    Overview overview = Overview.of(List.of());
    IOException e =
        assertThrows(IOException.class, () -> overview.write(folder.resolve("file/below")));
    assertTrue(e.getMessage().startsWith("cannot write " + folder.resolve("file")), e.toString());
  }

  private Document page(RunFolder... runs) throws Exception {
    return Dom.parse(Overview.of(List.of(runs)).html(folder));
  }

  private static Element table(Document page, String name) {
    return Dom.only(
        Dom.all(page, "table"), t -> List.of(t.getAttribute("class").split(" ")).contains(name));
  }

  private static Element rule(Document page, String id) {
    return Dom.only(
        Dom.all(table(page, "grid"), "tr"),
        row -> Dom.all(row, "b").stream().anyMatch(b -> id.equals(b.getTextContent())));
  }

  private static List<String> hrefs(Element element, String name) {
    return Dom.all(element, "a").stream()
        .filter(a -> a.getAttribute("class").startsWith(name))
        .map(a -> a.getAttribute("href"))
        .toList();
  }

  private String text(Element element) {
    return element.getTextContent().replaceAll("\\n", "").strip();
  }

  private static RunResult named(String name, RunResult result) {
    return GlanceTest.at(result, EARLY, name);
  }

  private RunFolder run(String name, RunResult result) throws IOException {
    Path path = folder.resolve(name);
    Reports.write(result, path);
    assertTrue(Files.exists(path.resolve(Results.FILE)));
    return RunFolder.read(path);
  }
}
