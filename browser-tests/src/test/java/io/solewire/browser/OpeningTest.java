package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a double click on a report leads to. */
@ExtendWith(InChromium.class)
class OpeningTest {

  private static final long MOST_BYTES = 2_000_000;

  @ParameterizedTest
  @EnumSource
  void itOpensWithoutAWordOnTheConsole(Shown shown, Tab tab) throws Exception {
    tab.open(shown.html()).unfold();
    assertEquals(List.of(), tab.said());
  }

  @ParameterizedTest
  @EnumSource
  void itAsksForNothingButItself(Shown shown, Tab tab) throws Exception {
    tab.open(shown.html()).unfold();
    assertEquals(List.of(shown.html().toUri().toString()), tab.requests());
  }

  @ParameterizedTest
  @EnumSource(names = {"PASSING", "FAILING", "LOAD"})
  void itsTitleTellsTheTargetAndTheVerdict(Shown shown, Tab tab) throws Exception {
    ReportPage report = tab.open(shown.html());
    String target = Results.read(shown.html().resolveSibling(Results.FILE)).target().name();
    assertEquals(target + ": " + report.headline(), report.title());
    String words = Files.readString(shown.html().resolveSibling("out.txt"));
    assertTrue(words.contains(report.headline()), report.headline());
  }

  @ParameterizedTest
  @EnumSource
  void itIsSmallEnoughForAMail(Shown shown, Tab tab) throws Exception {
    Path html = shown.html();
    assertTrue(Files.size(html) <= MOST_BYTES, Files.size(html) + " bytes");
    System.out.printf(
        "%-8s %7d bytes, loaded in %.0f ms%n",
        shown, Files.size(html), tab.open(html).millisToLoad());
  }
}
