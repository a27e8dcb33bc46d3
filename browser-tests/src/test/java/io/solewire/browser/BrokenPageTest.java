package io.solewire.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check complains of a report in which one thing is broken on purpose. */
@ExtendWith(InChromium.class)
class BrokenPageTest {

  private static final String HEBREW = "\u05E9\u05DC\u05D5\u05DD";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>console.error('x')</script>",
        "<script>throw new Error('x')</script>",
        "<script>alert('x')</script>",
        "<script>window.open('about:blank')</script>"
      })
  void aScriptThatSaysSomething(String added, Tab tab) throws Exception {
    ReportPage report = tab.open(with(added));
    assertFalse(tab.said().isEmpty(), added);
    assertFalse(report.foreign().isEmpty(), added);
  }

  @Test
  void aScriptThatTheReportDoesNotKnowIsStoppedByItsPolicy(Tab tab) throws Exception {
    ReportPage report = tab.open(changed("</body>", "<script>window.ran = 1</script></body>"));
    assertEquals(true, report.page().evaluate("() => window.ran === undefined"));
    assertTrue(tab.said().get(0).contains("Content Security Policy"), tab.said().toString());
    assertFalse(report.foreign().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img alt='' src='http://127.0.0.1:9/x.png'>",
        "<link rel='stylesheet' href='http://127.0.0.1:9/x.css'>",
        "<style>body { background: url(http://127.0.0.1:9/x.png) }</style>",
        "<script>fetch('http://127.0.0.1:9/x').catch(() => 0)</script>"
      })
  void somethingFromOutside(String added, Tab tab) throws Exception {
    ReportPage report = tab.open(with(added));
    assertEquals(2, tab.requests().size(), tab.requests().toString());
    assertFalse(report.foreign().isEmpty(), added);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p onclick='0'>x</p>",
        "<a href='javascript:0'>x</a>",
        "<form action='/x'></form>",
        "<iframe srcdoc=''></iframe>",
        "<base href='http://127.0.0.1:9/'>"
      })
  void anElementThatNoReportHas(String added, Tab tab) throws Exception {
    assertFalse(tab.open(with(added)).foreign().isEmpty(), added);
  }

  @Test
  void darkTextInTheDark(Tab tab) throws Exception {
    String dark = "@media (prefers-color-scheme: dark) { h1 { color: #333 !important } }";
    Path page = with("<style>" + dark + "</style>");
    assertEquals(List.of(), tab.open(page, ColorScheme.LIGHT).inaccessible());
    String found = tab.open(page, ColorScheme.DARK).inaccessible().toString();
    assertTrue(found.contains("color-contrast at") && found.contains("h1"), found);
  }

  @Test
  void paleTextOnPaper(Tab tab) throws Exception {
    Path page = with("<style>@media print { h1 { color: #ddd !important } }</style>");
    assertEquals(List.of(), tab.open(page).inaccessible());
    assertFalse(tab.open(page).onPaper().inaccessible().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<button tabindex='-1'>x</button>",
        "<style>* { outline: none !important }</style>",
        "<div style='cursor: pointer'>x</div>"
      })
  void somethingThatTabPassesBy(String added, Tab tab) throws Exception {
    assertFalse(tab.open(with(added)).unreachable().isEmpty(), added);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<button></button>", "<a href='#results'></a>", "<input type='search'>"})
  void somethingWithoutAName(String added, Tab tab) throws Exception {
    assertEquals(1, tab.open(with(added)).nameless().size(), added);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div style='width: 1000px'>x</div>",
        "<div style='overflow: hidden'><i style='position: absolute; left: 999px'>x</i></div>"
      })
  void somethingWiderThanTheWindow(String added, Tab tab) throws Exception {
    List<String> found = tab.open(with(added), 768).tooWide();
    assertEquals(2, found.size(), found.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code <i>" + HEBREW + "</i> 4001",
        "<p>code " + HEBREW + "<b> 4001</b></p>",
        "<style>html { direction: rtl }</style>"
      })
  void textThatTurnsWhatIsBesideIt(String added, Tab tab) throws Exception {
    assertFalse(tab.open(with(added)).turning().isEmpty(), added);
    assertEquals(List.of(), tab.open(with("<p>code <bdi>" + HEBREW + "</bdi> 4001</p>")).turning());
  }

  @Test
  void casesThatPaperDoesNotShow(Tab tab) throws Exception {
    String id = "A1.two-in-turn";
    assertTrue(tab.open(Shown.PASSING.html()).printed().contains(id));
    Path page = with("<style>@media print { details { display: none } }</style>");
    assertFalse(tab.open(page).printed().contains(id));
  }

  @Test
  void aCaseThatDoesNotOpen(Tab tab) throws Exception {
    ReportPage report =
        tab.open(with("<script>addEventListener('click', e => e.preventDefault())</script>"));
    String anchor = report.foldedCases().get(0);
    report.caseAt(anchor).locator("summary").first().press("Enter");
    assertFalse(report.isOpen(anchor), anchor);
  }

  /** A report with something added to it, and nothing that would stop it. */
  private Path with(String added) throws Exception {
    String html = Files.readString(changed("</body>", added + "</body>"));
    String free = html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    assertFalse(free.equals(html), "there is no policy");
    return write(free);
  }

  private Path changed(String part, String other) throws Exception {
    String html = Files.readString(Shown.PASSING.html());
    assertTrue(html.contains(part), part);
    return write(html.replace(part, other));
  }

  private Path write(String html) throws IOException {
    return Files.writeString(folder.resolve("broken.html"), html);
  }
}
