package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.VersusWords;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The load as a suite of junit.xml: one testcase for the measuring side, one for each gate and one
 * for each rule that could be judged. Immutable.
 */
final class JunitLoad {

  private final LoadResult load;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A testcase.
   *
   * @param name its name
   * @param verdict what it says
   * @param type what sort of trouble it is, if it is one
   * @param message in one line
   * @param text the whole
   */
  private record Entry(String name, Verdict verdict, String type, String message, String text) {

    boolean failed() {
      return verdict == Verdict.FAIL || verdict == Verdict.INCONCLUSIVE;
    }
  }

  JunitLoad(LoadResult load) {
    this.load = load;
    entries.add(generator());
    if (load.versus() != null) {
      entries.add(versus(load));
    }
    load.gates().forEach(gate -> entries.add(gate(gate)));
    load.findings().stream()
        .filter(f -> Measured.judged(f) || f.verdict() == Verdict.ERROR)
        .forEach(finding -> entries.add(rule(finding)));
  }

  int tests() {
    return entries.size();
  }

  int failures() {
    return (int) entries.stream().filter(Entry::failed).count();
  }

  int errors() {
    return (int) entries.stream().filter(e -> e.verdict() == Verdict.ERROR).count();
  }

  int skipped() {
    return (int) entries.stream().filter(e -> e.verdict() == Verdict.NOT_APPLICABLE).count();
  }

  /** How long it took, milliseconds. */
  long millis() {
    return Math.max(0, load.planned().warmupMs() + load.planned().durationMs());
  }

  void write(JunitWriter xml) throws XMLStreamException {
    for (Entry entry : entries) {
      xml.testcase("load", entry.name(), 0);
      switch (entry.verdict()) {
        case FAIL -> xml.trouble("failure", entry.type(), entry.message(), entry.text());
        case INCONCLUSIVE -> xml.trouble("failure", "inconclusive", entry.message(), entry.text());
        case ERROR -> xml.trouble("error", "error", entry.message(), entry.text());
        case NOT_APPLICABLE -> xml.skipped(entry.message());
        default -> xml.output("system-out", entry.text());
      }
      xml.close();
    }
  }

  private Entry generator() {
    Optional<String> unproven = LoadVerdict.unproven(load);
    List<String> further = new ArrayList<>(GeneratorWords.further(load.generator()));
    further.add(GeneratorWords.effort(load.generator()));
    String effort = String.join("\n", further);
    return new Entry(
        "generator: the numbers stand",
        unproven.isPresent() ? Verdict.INCONCLUSIVE : Verdict.PASS,
        "inconclusive",
        unproven.orElse(""),
        unproven.map(why -> why + "\n" + effort).orElse(effort));
  }

  private static Entry versus(LoadResult load) {
    return new Entry(
        "versus: no worse than " + load.versus().reference(),
        LoadVerdict.compared(load),
        "versus",
        VersusWords.headline(load.versus()),
        String.join("\n", VersusWords.lines(load.versus())));
  }

  private static Entry gate(LoadResult.GateResult gate) {
    String text = gate.expression() + ": " + LoadWords.value(gate);
    return new Entry("gate: " + gate.expression(), gate.verdict(), "gate", text, text);
  }

  private static Entry rule(LoadResult.RuleFinding finding) {
    String title =
        RuleBook.current().find(String.valueOf(finding.rule())).map(Rule::title).orElse("");
    String seen = LoadWords.seen(finding) + actual(finding);
    return new Entry(
        "rule " + finding.rule() + " under load: " + title,
        finding.verdict(),
        "fail",
        seen,
        finding.text() == null ? seen : finding.text());
  }

  private static String actual(LoadResult.RuleFinding finding) {
    return finding.actual() == null ? "" : ": " + finding.actual();
  }
}
