package io.solewire.cli;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.Selection;
import io.solewire.hint.Nearest;
import io.solewire.rule.RuleBook;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases that {@code --only} and {@code --skip} leave. Stateless. */
final class CaseChoice {

  private CaseChoice() {}

  static List<CaseInfo> of(List<String> only, List<String> skip) {
    Selection selection = new Selection(only, skip);
    List<String> idle = selection.idle(Catalogue.cases());
    if (!idle.isEmpty()) {
      throw CommandException.usage(
          idle.stream().map(CaseChoice::idle).collect(Collectors.joining("\n"))
              + "\n'./solewire rules' lists the cases");
    }
    List<CaseInfo> cases = selection.of(Catalogue.cases());
    if (cases.isEmpty()) {
      String besides = only.isEmpty() ? "" : " of --only " + String.join(" ", only);
      throw CommandException.usage(
          "--skip " + String.join(" ", skip) + " leaves no case" + besides + " to run");
    }
    return cases;
  }

  private static String idle(String glob) {
    if (RuleBook.current().find(glob.toUpperCase(Locale.ROOT)).isPresent()) {
      return "no case matches '" + glob + "': the rule is known, but it has no case yet";
    }
    List<String> names =
        Catalogue.cases().stream()
            .flatMap(c -> Stream.of(c.rule().id(), c.id()))
            .distinct()
            .toList();
    return "no case matches '" + glob + "'" + Nearest.suggestion(glob, names);
  }
}
