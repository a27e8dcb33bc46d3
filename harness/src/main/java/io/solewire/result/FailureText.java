package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.judge.CaseVerdict;
import io.solewire.judge.Finding;
import io.solewire.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of a failure, the same in the terminal, the report and the exception's message: what was
 * asked for, what was seen, the events around it, what to check, and how to replay it. Stateless.
 */
public final class FailureText {

  /** Stands in a command for a target of which nobody knows how it was named. */
  public static final String TARGET = "TARGET";

  private FailureText() {}

  /**
   * What stands around a finding.
   *
   * @param caseId the case
   * @param target the target's name
   * @param seed the run's seed
   * @param replay the command that runs this case again
   */
  public record Context(String caseId, String target, long seed, String replay) {}

  /**
   * Writes it.
   *
   * @param context what stands around it
   * @param rule the rule of the decisive finding
   * @param finding the decisive finding
   * @param seen how often something bad was seen
   * @param events the case's events
   * @return several lines without a final line feed
   */
  public static String of(
      Context context, Rule rule, Finding finding, CaseVerdict.Seen seen, List<Event> events) {
    Around around = new Around(finding);
    events.forEach(around::accept);
    return of(context, rule, finding, seen, around);
  }

  /** The same with those events that were picked for it. */
  static String of(
      Context context, Rule rule, Finding finding, CaseVerdict.Seen seen, Around around) {
    List<String> lines = new ArrayList<>();
    boolean own = context.caseId().startsWith(rule.id() + ".");
    String name = own ? context.caseId() : rule.id() + " (seen in " + context.caseId() + ")";
    lines.add(name + "   " + rule.level() + "   " + rule.title());
    String count = own ? "     seen " + seen.bad() + " of " + seen.rounds() : "";
    lines.add(
        "  target     "
            + context.target()
            + "     user "
            + Visible.line(finding.user())
            + "     seed "
            + context.seed()
            + count);
    lines.add("  expected   " + Visible.line(finding.expected()));
    lines.add("  actual     " + Visible.line(finding.actual()));
    lines.addAll(events(around));
    lines.add("  check      " + rule.check());
    lines.add("  replay     " + explained(context.replay()));
    return String.join("\n", lines);
  }

  /** The command, saying in a shell's comment what has to be put in, if anything has. */
  static String explained(String command) {
    return command.contains(" " + TARGET + " ")
        ? command + "   # " + TARGET + " stands for what was judged"
        : command;
  }

  private static List<String> events(Around around) {
    List<String> lines = new ArrayList<>();
    if (around.count() == 0) {
      return lines;
    }
    long origin = around.origin();
    List<Event> shown = around.shown();
    StringBuilder line = new StringBuilder();
    for (Event event : shown) {
      double ms = (event.t() - origin) / 1e6;
      String item =
          String.format(
                  Locale.ROOT,
                  "t+%7.1f ms  %s %s",
                  ms,
                  event.conn(),
                  Visible.line(EventWords.of(event)))
              .strip();
      if (line.length() + item.length() > 96) {
        lines.add("  " + line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(item).append("      ");
    }
    lines.add("  " + line.toString().stripTrailing());
    if (shown.size() < around.count()) {
      lines.add("  …          " + (around.count() - shown.size()) + " more in the history");
    }
    return lines;
  }
}
