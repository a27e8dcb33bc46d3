package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.report.embed.Data;
import io.solewire.result.GateWords;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.LoadResult.RuleFinding;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Metric;
import io.solewire.result.RunResult;
import io.solewire.result.Versus;
import io.solewire.result.VersusWords;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The load half of a run as report.html shows it; absent parts are empty. Immutable.
 *
 * @param notice why its numbers prove nothing
 * @param tiles the headline numbers
 * @param healthy whether the measuring side can be trusted
 * @param further why it cannot, beside the notice
 * @param effort what the measuring side did
 * @param versus how it compares; nothing if it was not compared
 * @param gates what was asked of the numbers
 * @param broken rules that were broken
 * @param held rules that were not, and how often that was seen
 * @param unobserved rules that could not be judged
 * @param facts what there is to know beside the latencies
 * @param latencies all of them
 * @param figures data for the script that draws; empty if there is nothing to draw
 */
record LoadView(
    String notice,
    Map<String, String> tiles,
    boolean healthy,
    List<String> further,
    String effort,
    List<Compared> versus,
    List<Gate> gates,
    List<Broken> broken,
    String held,
    String unobserved,
    Map<String, String> facts,
    List<LatencyRow> latencies,
    String figures) {

  /**
   * How it compares with another one.
   *
   * @param headline what follows
   * @param rows one for each number
   * @param last how sure all of it is
   */
  record Compared(String headline, List<VersusRow> rows, String last) {

    static Compared of(Versus versus) {
      List<String> lines = VersusWords.lines(versus);
      return new Compared(lines.get(0), VersusRow.of(versus), lines.get(lines.size() - 1));
    }
  }

  /**
   * What was asked of a number.
   *
   * @param result what came of it
   * @param value what was measured, and what it was compared with
   */
  record Gate(LoadResult.GateResult result, String value) {}

  /**
   * A rule that was broken.
   *
   * @param finding what was found
   * @param title what the rule asks for, by the rule book
   * @param check what to check
   * @param seen how often it was broken
   * @param timeline the picture of the first time; null if its events are not at hand
   */
  record Broken(
      RuleFinding finding, String title, String check, String seen, TimelineView timeline) {}

  static Optional<LoadView> of(RunResult run, Evidence evidence, Space space) {
    return Measured.of(run).map(load -> of(load, evidence, space));
  }

  private static LoadView of(LoadResult load, Evidence evidence, Space space) {
    Map<String, String> facts = new LinkedHashMap<>(LoadFacts.of(load));
    facts.remove(LoadFacts.GENERATOR);
    facts.putAll(LoadFacts.latencies(load));
    return new LoadView(
        LoadVerdict.unproven(load).orElse(""),
        tiles(load.latency(Metric.EVICTION)),
        load.generator().healthy(),
        GeneratorWords.further(load.generator()),
        GeneratorWords.effort(load.generator()),
        Optional.ofNullable(load.versus()).map(Compared::of).stream().toList(),
        load.gates().stream().map(g -> new Gate(g, GateWords.value(g))).toList(),
        load.findings().stream()
            .filter(Measured::broken)
            .map(f -> broken(f, evidence, space))
            .toList(),
        names(load, f -> Measured.judged(f) && !Measured.broken(f)),
        names(load, f -> !Measured.judged(f)),
        facts,
        LatencyRow.of(load),
        Optional.of(LoadFigures.of(load, evidence))
            .filter(LoadFigures::any)
            .map(Data::json)
            .orElse(""));
  }

  private static Map<String, String> tiles(Latency eviction) {
    Map<String, String> tiles = new LinkedHashMap<>();
    if (eviction != null) {
      tiles.put("p50", Words.micros(eviction.p50()));
      tiles.put("p90", Words.micros(eviction.p90()));
      tiles.put("p99", Words.micros(eviction.p99()));
      tiles.put("p99.9", Words.micros(eviction.p999()));
      tiles.put("max", Words.micros(eviction.max()));
    }
    return tiles;
  }

  private static Broken broken(RuleFinding finding, Evidence evidence, Space space) {
    Optional<Rule> rule = RuleBook.current().find(String.valueOf(finding.rule()));
    return new Broken(
        finding,
        rule.map(Rule::title).orElse(""),
        rule.map(Rule::check).orElse(""),
        LoadWords.seen(finding),
        TimelineView.of(
            evidence.rules().timelines().get(finding.rule()),
            finding.verdict() == Verdict.FAIL ? Standing.FAIL : Standing.WARN,
            finding.actual(),
            space));
  }

  private static String names(LoadResult load, Predicate<RuleFinding> wanted) {
    List<String> names = new ArrayList<>();
    for (RuleFinding finding : load.findings()) {
      if (wanted.test(finding)) {
        String times =
            finding.observed() > 0 ? " (" + LoadWords.number(finding.observed()) + ")" : "";
        names.add(finding.rule() + times);
      }
    }
    return String.join(", ", names);
  }
}
