package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Metric;
import io.solewire.result.RunResult;
import io.solewire.result.VersusWords;
import io.solewire.result.Visible;
import io.solewire.rule.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the headline says of the load; everything is empty for a run without one. Each part is on
 * one line, whatever a gate or a reason holds. Immutable.
 */
final class LoadHeadline {

  private final List<LoadResult> load;

  private LoadHeadline(List<LoadResult> load) {
    this.load = load;
  }

  static LoadHeadline of(RunResult run) {
    return new LoadHeadline(Measured.of(run).stream().toList());
  }

  boolean present() {
    return !load.isEmpty();
  }

  /** What was broken, the worst first. */
  List<String> broken() {
    List<String> parts = new ArrayList<>();
    for (LoadResult result : load) {
      if (result.violations() > 0) {
        parts.add(LoadWords.count(result.violations(), "violation") + " under load");
      }
      parts.addAll(compared(result, Verdict.FAIL));
      parts.addAll(rules(result));
      List<LoadResult.GateResult> failed = gates(result, Verdict.FAIL);
      if (!failed.isEmpty()) {
        int all = result.gates().size();
        String what = all == 1 ? "gate" : failed.size() + " of " + all + " gates";
        parts.add(
            what
                + " failed: "
                + Headline.list(failed.stream().map(LoadHeadline::measured), failed.size()));
      }
    }
    return parts;
  }

  /** How it compares, if that is of this verdict. */
  private static List<String> compared(LoadResult result, Verdict verdict) {
    return result.versus() != null && LoadVerdict.compared(result) == verdict
        ? List.of(Visible.line(VersusWords.headline(result.versus())))
        : List.of();
  }

  private static List<String> rules(LoadResult result) {
    Map<String, Set<String>> byLevel = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      byLevel.put(level.name(), new LinkedHashSet<>());
    }
    for (LoadResult.RuleFinding finding : result.findings()) {
      if (Measured.broken(finding)) {
        String level = Visible.line(finding.level() == null ? Level.MUST.name() : finding.level());
        byLevel
            .computeIfAbsent(level, l -> new LinkedHashSet<>())
            .add(Visible.line(finding.rule()));
      }
    }
    List<String> parts = new ArrayList<>();
    byLevel.forEach(
        (level, rules) -> {
          if (!rules.isEmpty()) {
            String names = Headline.list(rules.stream(), rules.size());
            parts.add(rules.size() + " " + level + " broken under load: " + names);
          }
        });
    return parts;
  }

  private static String measured(LoadResult.GateResult gate) {
    return Visible.line(gate.expression()) + " (it is " + Visible.line(LoadWords.value(gate)) + ")";
  }

  /** Why its numbers prove nothing. */
  List<String> unproven() {
    return load.stream().flatMap(l -> LoadVerdict.unproven(l).stream()).map(Visible::line).toList();
  }

  /** The gates that there was nothing to measure for. */
  List<String> open() {
    List<String> parts = new ArrayList<>();
    for (LoadResult result : load) {
      List<LoadResult.GateResult> open = gates(result, Verdict.INCONCLUSIVE);
      if (!open.isEmpty()) {
        String what = Words.count(open.size(), "gate") + " unproven: ";
        List<String> names = open.stream().map(LoadHeadline::undecided).toList();
        parts.add(what + Headline.list(names.stream(), names.size()));
      }
      if (LoadVerdict.unproven(result).isEmpty()) {
        parts.addAll(compared(result, Verdict.INCONCLUSIVE));
      }
    }
    return parts;
  }

  private static String undecided(LoadResult.GateResult gate) {
    return gate.reason() == null ? Visible.line(gate.expression()) : measured(gate);
  }

  /** The latency; nothing of numbers that do not stand. */
  List<String> latency() {
    return load.stream()
        .filter(result -> LoadVerdict.unproven(result).isEmpty())
        .map(LoadHeadline::latency)
        .toList();
  }

  private static String latency(LoadResult result) {
    if (result.capacity() != null) {
      return "holds " + CourseWords.capacity(result);
    }
    String unevicted =
        result.unevicted() > 0
            ? ", " + LoadWords.number(result.unevicted()) + " of them unevicted"
            : "";
    return "evicts in "
        + LoadWords.spread(result.latency(Metric.EVICTION))
        + " over "
        + LoadWords.count(result.takeovers(), "takeover")
        + unevicted;
  }

  /** How the gates stand, and who was not let in. */
  List<String> rest() {
    List<String> parts = new ArrayList<>();
    for (LoadResult result : load) {
      parts.addAll(compared(result, Verdict.PASS));
      if (result.errors() > 0) {
        parts.add(LoadWords.count(result.errors(), "newcomer") + " not admitted");
      }
      int all = result.gates().size();
      if (all > 0) {
        int passed = gates(result, Verdict.PASS).size();
        parts.add(passed + " of " + Words.count(all, "gate") + (all == 1 ? " passes" : " pass"));
      }
    }
    return parts;
  }

  private static List<LoadResult.GateResult> gates(LoadResult result, Verdict verdict) {
    return result.gates().stream().filter(g -> g.verdict() == verdict).toList();
  }
}
