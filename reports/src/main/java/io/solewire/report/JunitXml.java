package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * junit.xml as CI servers read it: one suite, one testcase per case. A viewer that looks at nothing
 * else must not see green where the run is not, so a run that proved nothing although no case is
 * red gets one testcase more that says so.
 */
final class JunitXml {

  /** The form of surefire: UTC without a zone. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RunResult run;
  private final Tally tally;
  private final XMLStreamWriter xml;

  private JunitXml(RunResult run, XMLStreamWriter xml) {
    this.run = run;
    this.tally = Tally.of(run);
    this.xml = xml;
  }

  static String of(RunResult run) {
    StringWriter out = new StringWriter();
    try {
      // Ours must not depend on which other StAX is on a vendor's class path.
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JunitXml(run, xml).suite();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("junit.xml cannot be made", e);
    }
    return out.append('\n').toString();
  }

  private void suite() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute("name", "solewire." + (run.target() == null ? "unknown" : run.target().name()));
    int extra = hiddenTrouble() ? 1 : 0;
    attribute("tests", String.valueOf(Tally.casesOf(run).size() + extra));
    attribute("failures", String.valueOf(failures()));
    attribute("errors", String.valueOf(tally.count(Standing.ERROR) + extra));
    attribute("skipped", String.valueOf(tally.count(Standing.NOT_APPLICABLE)));
    attribute("time", seconds(run.durationMs()));
    timestamp();
    properties();
    for (CaseResult subject : Tally.casesOf(run)) {
      testcase(subject);
    }
    if (extra > 0) {
      ofTheRun();
    }
    problems();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private int failures() {
    return tally.count(Standing.FAIL)
        + tally.count(Standing.STALE)
        + tally.count(Standing.INCONCLUSIVE);
  }

  private boolean hiddenTrouble() {
    return Outcome.of(run) != Outcome.KEPT && failures() + tally.count(Standing.ERROR) == 0;
  }

  private void timestamp() throws XMLStreamException {
    try {
      attribute("timestamp", TIMESTAMP.format(Instant.parse(String.valueOf(run.startedAt()))));
    } catch (DateTimeException e) {
      // A result without a readable instant has no timestamp; the attribute is optional.
      return;
    }
  }

  private void properties() throws XMLStreamException {
    open(1, "properties");
    property("tool", run.tool());
    property("rulesVersion", String.valueOf(run.rulesVersion()));
    property("seed", String.valueOf(run.seed()));
    property("target.url", run.target() == null ? null : run.target().url());
    property("exitCode", String.valueOf(run.exitCode()));
    property("interrupted", String.valueOf(run.interrupted()));
    property("headline", Words.headline(run));
    Map<String, String> environment = run.environment() == null ? Map.of() : run.environment();
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      property("environment." + entry.getKey(), entry.getValue());
    }
    close(1);
  }

  private void property(String name, String value) throws XMLStreamException {
    if (value != null) {
      indent(2);
      xml.writeEmptyElement("property");
      attribute("name", name);
      attribute("value", value);
    }
  }

  private void testcase(CaseResult subject) throws XMLStreamException {
    open(1, "testcase");
    attribute("classname", "solewire." + group(subject.rule()));
    attribute("name", subject.id() + ": " + subject.title());
    attribute("time", seconds(subject.durationMs()));
    Standing standing = Standing.of(run, subject);
    String text = Words.failure(subject);
    switch (standing) {
      case FAIL -> trouble("failure", "fail", firstLine(text), text);
      case STALE -> trouble("failure", "known-failure-passes", stale(subject), stale(subject));
      case INCONCLUSIVE -> trouble("failure", "inconclusive", reason(subject), text);
      case ERROR -> trouble("error", "error", reason(subject), text);
      case KNOWN -> output("system-out", Words.known(subject.known()) + "\n\n" + text);
      case WARN -> output("system-out", text);
      case NOT_APPLICABLE -> skipped(subject);
      case PASS -> output("system-out", Words.bound(subject.seen()));
      default -> throw new IllegalStateException("no such standing: " + standing);
    }
    close(1);
  }

  private static String stale(CaseResult subject) {
    return subject.id() + " passes now: take it off the list of known failures";
  }

  private void ofTheRun() throws XMLStreamException {
    open(1, "testcase");
    attribute("classname", "solewire.run");
    attribute("name", "the run proves something");
    attribute("time", "0.000");
    String type = Outcome.of(run).name().toLowerCase(Locale.ROOT).replace('_', '-');
    trouble("error", type, Words.headline(run), Words.headline(run));
    close(1);
  }

  private void problems() throws XMLStreamException {
    List<String> problems = run.problems() == null ? List.of() : run.problems();
    output("system-err", 1, String.join("\n", problems));
  }

  private void skipped(CaseResult subject) throws XMLStreamException {
    indent(2);
    xml.writeEmptyElement("skipped");
    attribute("message", reason(subject));
  }

  private void trouble(String element, String type, String message, String text)
      throws XMLStreamException {
    open(2, element);
    attribute("message", message);
    attribute("type", type);
    xml.writeCharacters(Visible.text(text));
    xml.writeEndElement();
  }

  private void output(String element, String text) throws XMLStreamException {
    output(element, 2, text);
  }

  private void output(String element, int depth, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      open(depth, element);
      xml.writeCharacters(Visible.text(text));
      xml.writeEndElement();
    }
  }

  private void open(int depth, String element) throws XMLStreamException {
    indent(depth);
    xml.writeStartElement(element);
  }

  private void close(int depth) throws XMLStreamException {
    indent(depth);
    xml.writeEndElement();
  }

  private void indent(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Visible.line(value));
  }

  private static String reason(CaseResult subject) {
    String why = subject.reason() != null ? subject.reason() : subject.actual();
    return why == null ? "no reason given" : why;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String group(String rule) {
    return RuleBook.current()
        .find(String.valueOf(rule))
        .map(Rule::group)
        .orElse(String.valueOf(rule))
        .toLowerCase(Locale.ROOT)
        .replace(' ', '-');
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }
}
