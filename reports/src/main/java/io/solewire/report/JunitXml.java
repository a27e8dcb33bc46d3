package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLStreamException;

/**
 * junit.xml as CI servers read it: one suite, one testcase per case, and a second suite for a load.
 * A viewer that looks at nothing else must not see green where the run is not, so a run that proved
 * nothing although no testcase is red gets one testcase more that says so.
 */
final class JunitXml {

  /** The form of surefire: UTC without a zone. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RunResult run;
  private final Tally tally;
  private final List<JunitLoad> loads;
  private final JunitWriter xml;

  private JunitXml(RunResult run, JunitWriter xml) {
    this.run = run;
    this.tally = Tally.of(run);
    this.loads = Measured.of(run).map(JunitLoad::new).stream().toList();
    this.xml = xml;
  }

  static String of(RunResult run) {
    try {
      JunitWriter xml = new JunitWriter();
      new JunitXml(run, xml).write();
      return xml.end();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("junit.xml cannot be made", e);
    }
  }

  /** One suite stands alone; two need a root. */
  private void write() throws XMLStreamException {
    if (loads.isEmpty()) {
      cases(run.durationMs());
      return;
    }
    xml.open("testsuites");
    xml.attribute("name", suiteName());
    xml.attribute("tests", tests() + sum(JunitLoad::tests));
    xml.attribute("failures", failures() + sum(JunitLoad::failures));
    xml.attribute("errors", errors() + sum(JunitLoad::errors));
    xml.time(run.durationMs()); // a root has no "skipped": Jenkins throws such a file away
    cases(Math.max(0, run.durationMs() - loads.stream().mapToLong(JunitLoad::millis).sum()));
    for (JunitLoad load : loads) {
      load(load);
    }
    xml.close();
  }

  private void cases(long millis) throws XMLStreamException {
    xml.open("testsuite");
    xml.attribute("name", suiteName());
    xml.attribute("tests", tests());
    xml.attribute("failures", failures());
    xml.attribute("errors", errors());
    xml.attribute("skipped", skipped());
    xml.time(millis);
    timestamp();
    properties();
    for (CaseResult subject : Tally.casesOf(run)) {
      testcase(subject);
    }
    if (hiddenTrouble()) {
      ofTheRun();
    }
    xml.output(
        "system-err", String.join("\n", run.problems() == null ? List.of() : run.problems()));
    xml.close();
  }

  private void load(JunitLoad load) throws XMLStreamException {
    xml.open("testsuite");
    xml.attribute("name", suiteName() + " load");
    xml.attribute("tests", load.tests());
    xml.attribute("failures", load.failures());
    xml.attribute("errors", load.errors());
    xml.attribute("skipped", load.skipped());
    xml.time(Math.min(run.durationMs(), load.millis()));
    timestamp();
    load.write(xml);
    xml.close();
  }

  private String suiteName() {
    return "solewire." + (run.target() == null ? "unknown" : run.target().name());
  }

  private int tests() {
    return Tally.casesOf(run).size() + (hiddenTrouble() ? 1 : 0);
  }

  private int failures() {
    return tally.count(Standing.FAIL)
        + tally.count(Standing.STALE)
        + tally.count(Standing.INCONCLUSIVE);
  }

  private int errors() {
    return tally.count(Standing.ERROR) + (hiddenTrouble() ? 1 : 0);
  }

  private int skipped() {
    return tally.count(Standing.NOT_APPLICABLE) + tally.count(Standing.KNOWN);
  }

  private int sum(ToIntFunction<JunitLoad> count) {
    return loads.stream().mapToInt(count).sum();
  }

  private boolean hiddenTrouble() {
    int red = failures() + tally.count(Standing.ERROR);
    return Outcome.of(run) != Outcome.KEPT
        && red + sum(JunitLoad::failures) + sum(JunitLoad::errors) == 0;
  }

  private void timestamp() throws XMLStreamException {
    String timestamp;
    try {
      timestamp = TIMESTAMP.format(Instant.parse(String.valueOf(run.startedAt())));
    } catch (DateTimeException e) {
      // A result without a readable instant has no timestamp; the attribute is optional.
      return;
    }
    xml.attribute("timestamp", timestamp);
  }

  private void properties() throws XMLStreamException {
    xml.open("properties");
    xml.property("tool", run.tool());
    xml.property("rulesVersion", String.valueOf(run.rulesVersion()));
    xml.property("seed", String.valueOf(run.seed()));
    xml.property("target.url", run.target() == null ? null : run.target().url());
    xml.property("exitCode", String.valueOf(run.exitCode()));
    xml.property("interrupted", String.valueOf(run.interrupted()));
    xml.property("headline", Words.headline(run));
    Map<String, String> environment = run.environment() == null ? Map.of() : run.environment();
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      xml.property("environment." + entry.getKey(), entry.getValue());
    }
    xml.close();
  }

  private void testcase(CaseResult subject) throws XMLStreamException {
    xml.testcase(
        group(subject.rule()), subject.id() + ": " + subject.title(), subject.durationMs());
    Standing standing = Standing.of(run, subject);
    String listed = Words.listed(run, subject);
    String text =
        listed.isEmpty() ? Words.failure(subject) : listed + "\n\n" + Words.failure(subject);
    switch (standing) {
      case FAIL ->
          xml.trouble(
              "failure", "fail", firstLine(text) + (listed.isEmpty() ? actual(subject) : ""), text);
      case STALE -> xml.trouble("failure", "known-failure-passes", listed, listed);
      case INCONCLUSIVE -> xml.trouble("failure", "inconclusive", reason(subject), text);
      case ERROR -> xml.trouble("error", "error", reason(subject), text);
      case KNOWN -> {
        xml.skipped(listed);
        xml.output("system-out", text);
      }
      case WARN -> xml.output("system-out", text);
      case NOT_APPLICABLE -> xml.skipped(reason(subject) + (listed.isEmpty() ? "" : "; " + listed));
      case PASS -> xml.output("system-out", Words.bound(subject.seen()));
      default -> throw new IllegalStateException("no such standing: " + standing);
    }
    xml.close();
  }

  private void ofTheRun() throws XMLStreamException {
    xml.testcase("run", "the run proves something", 0);
    String type = Outcome.of(run).name().toLowerCase(Locale.ROOT).replace('_', '-');
    xml.trouble("error", type, Words.headline(run), Words.headline(run));
    xml.close();
  }

  private static String reason(CaseResult subject) {
    String why = subject.reason() != null ? subject.reason() : subject.actual();
    return why == null ? "no reason given" : why;
  }

  /** Some viewers show nothing but the message. */
  private static String actual(CaseResult subject) {
    return subject.actual() == null ? "" : "; actual: " + subject.actual();
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
}
