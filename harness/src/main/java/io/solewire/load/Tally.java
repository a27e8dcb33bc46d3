package io.solewire.load;

import io.solewire.judge.Finding;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.LoadResult.RuleFinding;
import io.solewire.result.Sleeps;
import io.solewire.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Counts findings by rule; of the bad ones it keeps when they were seen, so that what is found bad
 * after the target was lost, or while the machine slept, can be withdrawn, and the first one's
 * text. Not thread-safe.
 */
final class Tally {

  /** Under load these speak of the 99th percentile: see RULES.md. */
  private static final Set<String> PROMISED_TO_MOST = Set.of("C6");

  private static final double MOST_LATE = 0.01;

  private final Map<String, Rule> rules = new TreeMap<>();
  private final FindingCounts soFar = new FindingCounts();

  /**
   * What can be held against a target.
   *
   * @param until what was found bad later than this cannot
   * @param late true if lateness can: that of a generator that is late itself cannot
   * @param beyond the instants at which the load was more than the server can hold: who asks for
   *     that can only be told that a SHOULD was late, and that a MUST was broken
   * @param sleeps who is late by no more than the machine slept is not known to be late
   */
  record Trusted(long until, boolean late, LongPredicate beyond, Sleeps sleeps) {

    boolean counts(Finding finding) {
      return stands(finding) && !(isTardy(finding) && beyond.test(finding.from()));
    }

    /** It would count, had the server had less to do. */
    boolean excuses(Finding finding) {
      return stands(finding) && isTardy(finding) && beyond.test(finding.from());
    }

    private boolean stands(Finding finding) {
      return finding.to() <= until
          && (late || !isTardy(finding))
          && sleeps.weighed(finding).isBad();
    }

    private static boolean isTardy(Finding finding) {
      return finding.verdict() == Verdict.WARN && finding.missed() != null;
    }

    /** It would count, had the machine not slept. */
    boolean withdraws(Finding finding) {
      return finding.to() <= until && !sleeps.weighed(finding).isBad();
    }
  }

  /** The bad findings of one verdict. */
  private static final class Bad {

    /** Beyond these, findings are not kept: what was seen so often stands. */
    private static final int MOST = 100_000;

    /** So many have their text, in case the first of them do not count in the end. */
    private static final int TOLD = 20;

    private final List<Finding> findings = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private long more;

    void add(Finding finding, Function<Finding, String> words) {
      if (texts.size() < TOLD) {
        texts.add(words.apply(finding));
      }
      if (findings.size() < MOST) {
        findings.add(finding);
      } else {
        more++;
      }
    }

    long count(Trusted trusted) {
      long counted = findings.stream().filter(trusted::counts).count();
      return counted == 0 ? 0 : counted + more;
    }

    /** The first that counts. */
    int first(Trusted trusted) {
      return IntStream.range(0, findings.size())
          .filter(i -> trusted.counts(findings.get(i)))
          .findFirst()
          .orElseThrow();
    }

    String text(int i) {
      return i < texts.size() ? texts.get(i) : null;
    }
  }

  /** What was found under one rule. */
  private static final class Rule {
    private final Level level;
    private final FindingCounts.Count soFar;
    private final Bad failures = new Bad();
    private final Bad warnings = new Bad();
    private long passed;

    Rule(Level level, FindingCounts.Count soFar) {
      this.level = level;
      this.soFar = soFar;
    }

    RuleFinding finding(String id, Trusted trusted) {
      long failed = failures.count(trusted);
      long warned = warnings.count(trusted);
      long observed = passed + failed + warned;
      if (PROMISED_TO_MOST.contains(id) && warned <= observed * MOST_LATE) {
        warned = 0;
      }
      if (failed + warned == 0) {
        Verdict verdict = observed > 0 ? Verdict.PASS : Verdict.INCONCLUSIVE;
        return new RuleFinding(id, level.name(), verdict, 0, observed, null, null, null, null);
      }
      Bad worst = failed > 0 ? failures : warnings;
      int first = worst.first(trusted);
      Finding shown = worst.findings.get(first);
      return new RuleFinding(
          id,
          level.name(),
          failed > 0 ? Verdict.FAIL : Verdict.WARN,
          failed + warned,
          observed,
          shown.expected(),
          shown.actual(),
          worst.text(first),
          CaseResult.Interval.of(shown));
    }
  }

  void add(Finding finding, Function<Finding, String> words) {
    Rule rule = rules.computeIfAbsent(finding.rule(), r -> new Rule(finding.level(), soFar.of(r)));
    rule.soFar.add(finding.verdict());
    switch (finding.verdict()) {
      case PASS -> rule.passed++;
      case FAIL -> rule.failures.add(finding, words);
      case WARN -> rule.warnings.add(finding, words);
      default -> {
        // not observed: its own case will show it
      }
    }
  }

  /** The same counts before anything is withdrawn, to be read from any thread. */
  FindingCounts soFar() {
    return soFar;
  }

  List<RuleFinding> findings(Trusted trusted) {
    return rules.entrySet().stream().map(e -> e.getValue().finding(e.getKey(), trusted)).toList();
  }

  /**
   * How often a MUST seemed broken by a deadline that was missed while the machine slept. Nobody
   * knows whether it was, so it is neither held against the server nor is it as good as kept.
   */
  long withdrawn(Trusted trusted) {
    return rules.values().stream()
        .flatMap(rule -> rule.failures.findings.stream())
        .filter(trusted::withdraws)
        .count();
  }

  /** How often a SHOULD was kept too late by a server that had more to do than it can, by rule. */
  Map<String, Long> beyond(Trusted trusted) {
    Map<String, Long> late = new TreeMap<>();
    rules.forEach(
        (id, rule) -> {
          long excused = rule.warnings.findings.stream().filter(trusted::excuses).count();
          if (excused > 0) {
            late.put(id, excused);
          }
        });
    return late;
  }

  /** How often a promise was broken. */
  long violations(Trusted trusted) {
    return rules.entrySet().stream()
        .filter(e -> FindingCounts.PROMISES.contains(e.getKey()))
        .mapToLong(e -> e.getValue().failures.count(trusted))
        .sum();
  }
}
