package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that run it again. The result does not carry its command, so it is taken from the
 * text of a failure where there is one, and made from the target's URL otherwise; a profile's own
 * settings are lost in the latter.
 */
final class Replay {

  private static final Pattern LINE =
      Pattern.compile("(?m)^  replay +(\\S.*) --only \\S+ --seed -?\\d+$");

  private Replay() {}

  /** The whole run. */
  static String of(RunResult run) {
    return base(run) + " --seed " + run.seed();
  }

  /** One case. */
  static String of(RunResult run, CaseResult subject) {
    return base(run) + " --only " + subject.id() + " --seed " + run.seed();
  }

  private static String base(RunResult run) {
    return Tally.casesOf(run).stream()
        .map(CaseResult::text)
        .flatMap(text -> stated(text).stream())
        .findFirst()
        .orElseGet(() -> "./solewire conform" + target(run));
  }

  private static Optional<String> stated(String text) {
    if (text == null) {
      return Optional.empty();
    }
    // What a server sent stands before the last line, and could look like it.
    Matcher matcher = LINE.matcher(text.substring(text.lastIndexOf('\n') + 1));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String target(RunResult run) {
    if (run.target() == null || run.target().url() == null) {
      return "";
    }
    return " '" + Visible.line(run.target().url()).replace("'", "'\\''") + "'";
  }
}
