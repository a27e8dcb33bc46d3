package io.solewire.report;

import static io.solewire.report.Samples.error;
import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.inconclusive;
import static io.solewire.report.Samples.known;
import static io.solewire.report.Samples.notApplicable;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static io.solewire.report.Samples.warn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.judge.Verdict;
import io.solewire.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What the strictest reader of junit.xml accepts: the schema by which the xUnit plugin of Jenkins
 * throws a file away. Other viewers (the JUnit plugin of Jenkins, GitLab, dorny/test-reporter,
 * Azure DevOps) take what it takes; what they show is a message of one line, so that is looked at
 * as well.
 */
class JunitFormatTest {

  /**
   * An element.
   *
   * @param required attributes that it has
   * @param allowed attributes that it may have
   * @param children elements that may stand in it, in any order and number
   * @param text true if text may
   */
  private record Form(
      Set<String> required, Set<String> allowed, Set<String> children, boolean text) {}

  private static final Set<String> NO = Set.of();
  private static final Form TROUBLE = new Form(NO, Set.of("type", "message"), NO, true);
  private static final Form OUTPUT = new Form(NO, NO, NO, true);

  private static final Map<String, Form> FORMS =
      Map.of(
          "testsuites",
          new Form(
              NO,
              Set.of("name", "time", "tests", "failures", "errors"),
              Set.of("testsuite"),
              false),
          "testsuite",
          new Form(
              Set.of("name", "tests", "failures", "errors"),
              Set.of("group", "time", "skipped", "timestamp", "hostname", "id", "package", "file"),
              Set.of("testsuite", "properties", "testcase", "system-out", "system-err"),
              false),
          "properties",
          new Form(NO, NO, Set.of("property"), false),
          "property",
          new Form(Set.of("name", "value"), NO, NO, false),
          "testcase",
          new Form(
              Set.of("name"),
              Set.of("time", "classname", "group"),
              Set.of("skipped", "error", "failure", "system-out", "system-err"),
              false),
          "failure",
          TROUBLE,
          "error",
          TROUBLE,
          "skipped",
          TROUBLE,
          "system-out",
          OUTPUT,
          "system-err",
          OUTPUT);

  static Stream<RunResult> runs() {
    RunResult each =
        run(
            1,
            false,
            pass("A1.one"),
            warn("C6.slow", "2 s"),
            inconclusive("D1.race", "HTTP 503"),
            error("D2.losers", Samples.HOSTILE.repeat(20)),
            fail("D4.late", Samples.HOSTILE.repeat(20)),
            notApplicable("F1.published", "publish"),
            known(fail("B1.told", "FIN"), "2027-01-31"),
            known(pass("B2.legal"), "2027-01-31"));
    return Stream.of(
        each,
        run(130, true),
        Samples.run("t", Verdict.ERROR, 4, false, List.of(Samples.HOSTILE), pass("A1.one")),
        Samples.with(each, LoadSamples.load()),
        Samples.with(run(), LoadSamples.load()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isTakenByTheStrictestReader(RunResult run) throws Exception {
    Element root = Dom.parse(JunitXml.of(run)).getDocumentElement();
    List<String> wrong = new ArrayList<>();
    look(root, wrong);
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void itsMessagesAreShortAndOfOneLine(RunResult run) throws Exception {
    Element root = Dom.parse(JunitXml.of(run)).getDocumentElement();
    List<String> wrong = new ArrayList<>();
    for (String name : List.of("failure", "error", "skipped")) {
      for (Element element : Dom.all(root, name)) {
        String message = element.getAttribute("message");
        if (message.isBlank()
            || message.length() > 300
            || !message.lines().skip(1).toList().isEmpty()) {
          wrong.add(name + ": " + message);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void look(Element element, List<String> wrong) {
    String name = element.getTagName();
    Form form = FORMS.get(name);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      String attribute = attributes.item(i).getNodeName();
      if (!form.required().contains(attribute) && !form.allowed().contains(attribute)) {
        wrong.add(name + " has " + attribute);
      }
    }
    form.required().stream()
        .filter(attribute -> !element.hasAttribute(attribute))
        .forEach(attribute -> wrong.add(name + " lacks " + attribute));
    if (element.hasAttribute("time") && !element.getAttribute("time").matches("\\d+\\.\\d{3}")) {
      wrong.add(name + " takes " + element.getAttribute("time"));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        if (form.children().contains(inner.getTagName())) {
          look(inner, wrong);
        } else {
          wrong.add(inner.getTagName() + " in " + name);
        }
      } else if (!form.text() && !child.getTextContent().isBlank()) {
        wrong.add("text in " + name + ": " + child.getTextContent());
      }
    }
  }
}
