package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One rule in the table of rules and verdicts. Immutable.
 *
 * @param id the rule
 * @param level how binding it is
 * @param title what it asks for
 * @param cells its cases under each verdict, in the order of the columns
 * @param elsewhere cases of other rules that saw it broken
 * @param underLoad true if it was broken under load
 */
record RuleRow(
    String id,
    String level,
    String title,
    List<List<CaseView>> cells,
    List<CaseView> elsewhere,
    boolean underLoad) {

  /**
   * The rules that the cases of a run speak of, and those that it saw broken under load, by their
   * group, in the order of the book.
   */
  static Map<String, List<RuleRow>> byGroup(
      List<CaseView> cases, List<Standing> columns, Set<String> brokenUnderLoad) {
    Map<String, List<RuleRow>> groups = new LinkedHashMap<>();
    for (Rule rule : RuleBook.current().rules()) {
      List<CaseView> own =
          cases.stream().filter(c -> rule.id().equals(c.subject().rule())).toList();
      List<CaseView> others = cases.stream().filter(c -> sawBroken(c, rule.id())).toList();
      boolean underLoad = brokenUnderLoad.contains(rule.id());
      if (!own.isEmpty() || !others.isEmpty() || underLoad) {
        groups
            .computeIfAbsent(rule.group(), g -> new ArrayList<>())
            .add(
                new RuleRow(
                    rule.id(),
                    rule.level().name(),
                    rule.title(),
                    cells(own, columns),
                    others,
                    underLoad));
      }
    }
    unknown(cases)
        .forEach(
            (id, own) ->
                groups
                    .computeIfAbsent("Not in this release's rule book", g -> new ArrayList<>())
                    .add(new RuleRow(id, "", "", cells(own, columns), List.of(), false)));
    return groups;
  }

  private static Map<String, List<CaseView>> unknown(List<CaseView> cases) {
    Map<String, List<CaseView>> unknown = new TreeMap<>();
    for (CaseView view : cases) {
      String id = String.valueOf(view.subject().rule());
      if (RuleBook.current().find(id).isEmpty()) {
        unknown.computeIfAbsent(id, i -> new ArrayList<>()).add(view);
      }
    }
    return unknown;
  }

  private static List<List<CaseView>> cells(List<CaseView> own, List<Standing> columns) {
    return columns.stream()
        .map(column -> own.stream().filter(c -> c.standing() == column).toList())
        .toList();
  }

  private static boolean sawBroken(CaseView view, String rule) {
    return !rule.equals(view.subject().rule())
        && Tally.findingsOf(view.subject()).stream()
            .filter(f -> rule.equals(f.rule()))
            .map(CaseResult.Found::verdict)
            .anyMatch(v -> v == Verdict.FAIL || v == Verdict.WARN);
  }
}
