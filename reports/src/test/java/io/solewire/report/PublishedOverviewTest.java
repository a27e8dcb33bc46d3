package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.report.overview.Overview;
import io.solewire.report.overview.RunFolder;
import io.solewire.report.overview.RunFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page that is checked in says what the results beside it say. */
class PublishedOverviewTest {

  private static final Path PUBLISHED = Path.of("published");

  @Test
  void saysTheSameAsTheResultsBesideIt() throws Exception {
    RunFolders folders = RunFolders.in(List.of(PUBLISHED), List.of());
    List<RunFolder> runs = folders.found().stream().map(RunFolder::read).toList();
    assertTrue(runs.size() >= 3, runs.toString());
    assertTrue(runs.stream().allMatch(RunFolder::whole), runs.toString());
    assertEquals(
        said(Dom.parse(Overview.of(runs).html(PUBLISHED))),
        said(Dom.parse(Files.readString(PUBLISHED.resolve(Overview.FILE)))),
        "make it anew: ./solewire report reports/published");
  }

  /** Verdicts, latencies, marks and where they lead: what is seen, whatever it looks like. */
  private static String said(Document page) {
    List<String> said = new ArrayList<>();
    for (Element row : Dom.all(page, "tr")) {
      List<String> links = Dom.all(row, "a").stream().map(a -> a.getAttribute("href")).toList();
      said.add(row.getTextContent().replaceAll("\\s+", " ").strip() + " " + links);
    }
    return String.join("\n", said);
  }
}
