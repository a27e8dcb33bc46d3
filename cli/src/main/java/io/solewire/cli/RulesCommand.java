package io.solewire.cli;

import io.solewire.cli.target.Targets;
import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.profile.Profile;
import io.solewire.result.ExitCode;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Lists every rule and its cases; with a TARGET, whether they apply to it.")
final class RulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "TARGET", description = "Whose profile to look at.")
  private String target;

  @Override
  public Integer call() {
    Targets targets = new Targets(Map.of());
    Optional<Profile> profile =
        Optional.ofNullable(target).map(t -> Problems.orFail(() -> targets.read(t)));
    PrintWriter out = spec.commandLine().getOut();
    for (Rule rule : RuleBook.current().rules()) {
      out.printf("%-3s %-6s %s%n", rule.id(), rule.level(), rule.title());
      List<CaseInfo> cases =
          Catalogue.cases().stream().filter(c -> c.rule().id().equals(rule.id())).toList();
      for (CaseInfo info : cases) {
        out.printf(
            "      %-36s %s%n", info.id(), profile.map(p -> applies(info, p)).orElse(info.title()));
      }
      if (cases.isEmpty()) {
        String why = rule.untestable().map(u -> "untestable: " + u).orElse("no case yet");
        out.printf("      (%s)%n", why);
      }
    }
    out.flush();
    return ExitCode.OK.number();
  }

  private static String applies(CaseInfo info, Profile profile) {
    return info.missing(profile).map(key -> "not applicable: " + key).orElse("applicable");
  }
}
