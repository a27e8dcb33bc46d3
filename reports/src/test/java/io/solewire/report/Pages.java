package io.solewire.report;

import io.solewire.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Takes report.html apart: beside the scripts that run it is XML. */
final class Pages {

  private static final Pattern RUN = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  private Pages() {}

  static Document of(RunResult run) throws Exception {
    return of(HtmlReport.of(run));
  }

  static Document of(String html) throws Exception {
    return Dom.parse(RUN.matcher(html).replaceAll(""));
  }

  /** The cases, in the order of the page. */
  static List<Element> cases(Document page) {
    return Dom.all(page, "details").stream()
        .filter(e -> e.getAttribute("class").startsWith("case "))
        .toList();
  }

  static Element byId(Document page, String id) {
    return Dom.only(Dom.all(page, "details"), e -> e.getAttribute("id").equals(id));
  }

  static Predicate<Element> hasClass(String name) {
    return e -> e.getAttribute("class").equals(name);
  }

  /** What a browser would run. */
  static List<String> scripts(String html) {
    List<String> all = new ArrayList<>();
    Matcher matcher = RUN.matcher(html);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }
}
