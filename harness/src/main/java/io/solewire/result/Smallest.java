package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.solewire.history.Event;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest schedule that was seen with which a race that failed fails still. Immutable. It is
 * the smallest seen, not the smallest there is.
 *
 * @param schedule who does what when, as {@code --schedule} takes it
 * @param k rounds of it that were bad
 * @param n rounds of it
 * @param replay the command that plays it again; null until it is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Smallest(String schedule, int k, int n, String replay) {

  /** The segments in which schedules were tried, one for each case, begin with this. */
  public static final String SEGMENT = Losses.RUN + "attempts.";

  /** The name of the event that says what came of it. */
  public static final String FOUND = "smallest";

  /** So often a schedule must have failed to be believed. */
  public static final int OFTEN = 2;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6}) of (\\d{1,6}): (.+)");

  /** As it stands in the history. */
  public String text() {
    return k + " of " + n + ": " + schedule;
  }

  /**
   * Finds what came of it.
   *
   * @param end the end of the segment in which schedules were tried
   */
  static Optional<Smallest> in(Event end) {
    return Optional.ofNullable(end.detail().text())
        .filter(text -> FOUND.equals(end.detail().name()))
        .map(TEXT::matcher)
        .filter(Matcher::matches)
        .map(m -> new Smallest(m.group(3), number(m.group(1)), number(m.group(2)), null));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** It failed often enough to be believed. */
  boolean kept() {
    return k >= OFTEN;
  }

  Smallest replayedBy(String command) {
    return new Smallest(schedule, k, n, command);
  }

  /** What it adds to the text of a failure. */
  String lines() {
    String seen =
        !kept()
            ? "  smallest   none: played " + n + " times more, " + schedule + " failed " + times(k)
            : "  smallest   " + schedule + "   fails " + k + " of " + n + ", the smallest seen";
    return seen + "\n             " + replay;
  }

  private static String times(int count) {
    return count == 0 ? "never" : "once";
  }
}
