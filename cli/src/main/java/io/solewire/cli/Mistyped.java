package io.solewire.cli;

import io.solewire.hint.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. Stateless. */
final class Mistyped {

  /** What picocli's {@code help} says of a command that there is not. */
  private static final Pattern NO_HELP = Pattern.compile("Unknown subcommand '(.*)'\\.");

  private Mistyped() {}

  /** In one line. */
  static String words(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    if (problem instanceof UnmatchedArgumentException stray) {
      String typed = stray.getUnmatched().get(0);
      if (typed.startsWith("-")) {
        return option(typed, command);
      }
      if (!command.getSubcommands().isEmpty()) {
        return command(typed, command);
      }
    }
    Matcher helpless = NO_HELP.matcher(problem.getMessage());
    if (helpless.matches()) {
      return command(helpless.group(1), command);
    }
    return problem.getMessage();
  }

  private static String command(String typed, CommandLine command) {
    Collection<String> known = command.getSubcommands().keySet();
    return "'" + typed + "': no such command" + Nearest.suggestion(typed, known);
  }

  private static String option(String typed, CommandLine command) {
    int equals = typed.indexOf('=');
    String name = equals < 0 ? typed : typed.substring(0, equals);
    List<String> known = new ArrayList<>();
    command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> known.add(option.longestName()));
    String near = Nearest.suggestion(name, known);
    return "'" + name + "': unknown option" + near;
  }
}
