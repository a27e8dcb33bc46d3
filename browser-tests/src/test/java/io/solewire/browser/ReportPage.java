package io.solewire.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A report that is shown. Its checks return complaints, so that a page without any is a good one;
 * each of them is seen complaining in BrokenPageTest. They know of the page what every report has:
 * a heading, a part called results, and cases that can be opened.
 */
record ReportPage(Page page) {

  /** Roles that do something when they are used. */
  private static final Set<String> USED =
      Set.of(
          "button",
          "checkbox",
          "combobox",
          "DisclosureTriangle",
          "link",
          "listbox",
          "menuitem",
          "option",
          "radio",
          "searchbox",
          "slider",
          "spinbutton",
          "switch",
          "tab",
          "textbox");

  private static final String PROBES = read("probes.js");

  /** How it was named in the window's title. */
  String title() {
    return page.title();
  }

  /** The verdict, as the first heading tells it. */
  String headline() {
    return page.locator("h1").first().innerText();
  }

  /** All text of it, shown or folded away. */
  String text() {
    return page.locator("body").textContent();
  }

  /** From the start of the navigation to the end of the load event. */
  double millisToLoad() {
    return number("() => performance.getEntriesByType('navigation')[0].loadEventEnd");
  }

  /** Unfolds everything. */
  ReportPage unfold() {
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
    return this;
  }

  /** What axe-core finds against WCAG 2.0 and 2.1, A and AA. */
  List<String> inaccessible() {
    List<String> found = new ArrayList<>();
    List<String> tags = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    for (Rule rule : new AxeBuilder(page).withTags(tags).analyze().getViolations()) {
      rule.getNodes()
          .forEach(
              node ->
                  found.add(
                      rule.getId()
                          + " at "
                          + node.getTarget()
                          + ": "
                          + node.getFailureSummary().replaceAll("\\s+", " ")));
    }
    return found;
  }

  /** Elements that wait for a click but cannot be reached, or reached and not seen, by Tab. */
  List<String> unreachable() {
    call("remember");
    int most = (int) number("() => window.probes.candidates.length") + 10;
    for (int i = 0; i < most; i++) {
      page.keyboard().press("Tab");
      if (!(boolean) call("reached")) {
        break;
      }
    }
    return strings(call("unreached"));
  }

  /** Elements that can be used but of which nobody is told what they are. */
  List<String> nameless() {
    List<String> found = new ArrayList<>();
    CDPSession session = page.context().newCDPSession(page);
    JsonObject tree = session.send("Accessibility.getFullAXTree");
    for (JsonElement element : tree.getAsJsonArray("nodes")) {
      JsonObject node = element.getAsJsonObject();
      String role = value(node, "role");
      if (!node.get("ignored").getAsBoolean() && USED.contains(role)) {
        if (value(node, "name").isBlank()) {
          found.add(role + " " + node.get("backendDOMNodeId"));
        }
      }
    }
    session.detach();
    return found;
  }

  /**
   * Elements that reach beyond the window to the right, while the page as a whole scrolls there.
   */
  List<String> tooWide() {
    return strings(call("tooWide"));
  }

  /** Text that is written from the right to the left and not kept apart from what is around it. */
  List<String> turning() {
    return strings(call("turning"));
  }

  /**
   * Elements that only a server's text can have made, and scripts that are not the report's own.
   */
  List<String> foreign() {
    return strings(call("foreign"));
  }

  /** As paper shows it, whatever colours the reader prefers on the screen. */
  ReportPage onPaper() {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    return this;
  }

  /** What comes out of a printer. */
  String printed() {
    onPaper();
    byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(true));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException("what Chromium printed is no PDF", e);
    }
  }

  /** The anchors of cases that are folded. */
  List<String> foldedCases() {
    return strings(call("foldedCases"));
  }

  /** The case with this anchor. */
  Locator caseAt(String anchor) {
    return page.locator("[id=\"" + anchor + "\"]");
  }

  /** True if what is inside of the case can be seen. */
  boolean isOpen(String anchor) {
    return (boolean) call("isOpen", anchor);
  }

  /** Waits until the case is open, as it is soon after its link was followed. */
  boolean opens(String anchor) {
    page.waitForCondition(() -> isOpen(anchor));
    return true;
  }

  /** Goes to a place in the page, as by a link from elsewhere. */
  ReportPage at(String anchor) {
    page.navigate(page.url().replaceFirst("#.*", "") + "#" + anchor);
    return this;
  }

  private Object call(String probe, Object... argument) {
    page.evaluate(PROBES);
    String call = "a => window.probes." + probe + "(a)";
    return page.evaluate(call, argument.length == 0 ? null : argument[0]);
  }

  private double number(String script) {
    return ((Number) page.evaluate(script)).doubleValue();
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  private static String value(JsonObject node, String name) {
    JsonObject holder = node.getAsJsonObject(name);
    return holder == null || !holder.has("value") ? "" : holder.get("value").getAsString();
  }

  private static String read(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
