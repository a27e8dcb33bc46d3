package io.solewire.cli;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.Selection;
import io.solewire.hint.Nearest;
import io.solewire.result.Shell;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases that {@code --only}, {@code --skip} and {@code --only-failed} leave. Stateless. */
final class CaseChoice {

  private CaseChoice() {}

  static List<CaseInfo> of(List<String> only, List<String> skip, Optional<Path> earlier) {
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
    return earlier.map(run -> failedIn(run, cases)).orElse(cases);
  }

  /** The same as options, as they are typed. */
  static String given(List<String> only, List<String> skip) {
    return options("--only", only) + options("--skip", skip);
  }

  /** Cases one by one as options, where the run that chose them may be gone. */
  static String given(List<CaseInfo> cases) {
    return options("--only", cases.stream().map(CaseInfo::id).toList());
  }

  private static String options(String name, List<String> globs) {
    return globs.stream()
        .map(glob -> " " + name + " " + Shell.word(glob))
        .collect(Collectors.joining());
  }

  private static List<CaseInfo> failedIn(Path run, List<CaseInfo> cases) {
    Set<String> failed = EarlierRun.failedIn(run);
    List<CaseInfo> again = cases.stream().filter(c -> failed.contains(c.id())).toList();
    if (again.isEmpty()) {
      throw CommandException.usage(
          "--only-failed "
              + run
              + ": none of what failed there is asked for: "
              + String.join(", ", failed));
    }
    return again;
  }

  private static String idle(String glob) {
    if (RuleBook.current().find(glob.toUpperCase(Locale.ROOT)).isPresent()) {
      return "no case matches '" + glob + "': the rule is known, but it has no case yet";
    }
    int dot = glob.indexOf('.');
    String rule = (dot < 0 ? glob : glob.substring(0, dot)).toUpperCase(Locale.ROOT);
    if (rule.matches("[A-Z]+[0-9]+") && RuleBook.current().find(rule).isEmpty()) {
      List<String> rules = RuleBook.current().rules().stream().map(Rule::id).toList();
      return "no case matches '" + glob + "': no rule " + rule + Nearest.suggestion(rule, rules);
    }
    List<String> names =
        Catalogue.cases().stream()
            .flatMap(c -> Stream.of(c.rule().id(), c.id()))
            .distinct()
            .toList();
    return "no case matches '" + glob + "'" + Nearest.suggestion(glob, names);
  }
}
