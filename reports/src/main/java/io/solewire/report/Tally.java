package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Level;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cases of a run by where they stand, and the rules they saw broken. Immutable. */
final class Tally {

  private final Map<Standing, List<CaseResult>> cases = new EnumMap<>(Standing.class);

  private Tally() {}

  static Tally of(RunResult run) {
    Tally tally = new Tally();
    for (CaseResult subject : casesOf(run)) {
      tally.cases.computeIfAbsent(Standing.of(run, subject), s -> new ArrayList<>()).add(subject);
    }
    return tally;
  }

  static List<CaseResult> casesOf(RunResult run) {
    return run.cases() == null ? List.of() : run.cases();
  }

  static List<CaseResult.Found> findingsOf(CaseResult subject) {
    return subject.findings() == null ? List.of() : subject.findings();
  }

  List<CaseResult> cases(Standing standing) {
    return cases.getOrDefault(standing, List.of());
  }

  int count(Standing standing) {
    return cases(standing).size();
  }

  /** All but the cases that are not applicable. */
  int executed() {
    return cases.values().stream().mapToInt(List::size).sum() - count(Standing.NOT_APPLICABLE);
  }

  /**
   * The rules of a level that were seen broken by cases that count, whichever rule those cases are
   * about; rules that are only known to be broken are not among them.
   *
   * @return ids in the order of the rule book
   */
  List<String> broken(Level level) {
    List<String> ids = new ArrayList<>();
    for (Standing standing : List.of(Standing.FAIL, Standing.WARN)) {
      for (CaseResult subject : cases(standing)) {
        brokenIn(subject, level).stream().filter(id -> !ids.contains(id)).forEach(ids::add);
      }
    }
    ids.sort(bookOrder());
    return List.copyOf(ids);
  }

  private static List<String> brokenIn(CaseResult subject, Level level) {
    List<CaseResult.Found> bad =
        findingsOf(subject).stream()
            .filter(f -> f.verdict() == Verdict.FAIL || f.verdict() == Verdict.WARN)
            .toList();
    if (bad.isEmpty()) {
      return subject.level() == level ? List.of(String.valueOf(subject.rule())) : List.of();
    }
    return bad.stream().filter(f -> f.level() == level).map(CaseResult.Found::rule).toList();
  }

  private static Comparator<String> bookOrder() {
    Map<String, Integer> order = new HashMap<>();
    for (Rule rule : RuleBook.current().rules()) {
      order.put(rule.id(), order.size());
    }
    return Comparator.comparing(id -> order.getOrDefault(id, Integer.MAX_VALUE));
  }
}
