package io.solewire.report.overview;

import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A rule and where it stands in every run. Immutable.
 *
 * @param id the rule
 * @param level how binding it is
 * @param title what it asks for
 * @param cells one for each run
 */
record RuleLine(String id, String level, String title, List<CellView> cells) {

  /**
   * The rules that a black box can judge, and those that runs speak of beyond them, by group.
   *
   * @param rows the runs
   * @return in the order of the rule book
   */
  static Map<String, List<RuleLine>> byGroup(List<RowView> rows) {
    Map<String, List<RuleLine>> groups = new LinkedHashMap<>();
    TreeSet<String> unknown = new TreeSet<>();
    rows.forEach(row -> unknown.addAll(row.marks().keySet()));
    for (Rule rule : RuleBook.current().rules()) {
      if (unknown.remove(rule.id()) || rule.untestable().isEmpty()) {
        String group = rule.id().substring(0, 1) + " " + rule.group();
        add(groups, group, rule.id(), rule.level().name(), rule.title(), rows);
      }
    }
    for (String id : unknown) {
      add(groups, "Not in this release's rule book", id, "", "", rows);
    }
    return groups;
  }

  private static void add(
      Map<String, List<RuleLine>> groups,
      String group,
      String id,
      String level,
      String title,
      List<RowView> rows) {
    List<CellView> cells = rows.stream().map(row -> row.cell(id)).toList();
    groups
        .computeIfAbsent(group, g -> new ArrayList<>())
        .add(new RuleLine(id, level, title, cells));
  }
}
