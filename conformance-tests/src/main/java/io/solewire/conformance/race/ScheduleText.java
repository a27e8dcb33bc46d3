package io.solewire.conformance.race;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Schedules as text: moves, separated by commas, each {@code WHO ACT [+N|-N us]}; connections of
 * one user that do the same one after the other are a group, {@code a1..a8 connect every 50us}.
 * Stateless.
 */
final class ScheduleText {

  private static final Pattern PART =
      Pattern.compile(
          "([a-z])([1-9]\\d{0,2})(?:\\.\\.([a-z])([1-9]\\d{0,2}))? +([a-z]+)"
              + "(?: +([+-]\\d{1,8})us)?(?: +every +(\\d{1,8})us)?");

  private static final String EXPECTED =
      "expected moves such as \"a1..a8 connect every 50us\" or \"a1 there, a2 connect, a1 close"
          + " +200us\"; what there is: there, connect, start, half, flood, close, reset";

  private ScheduleText() {}

  static List<Move> read(String text) {
    List<Move> moves = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        throw new ScheduleException("\"" + part.strip() + "\": " + EXPECTED);
      }
      read(matcher, part.strip(), moves);
    }
    return moves;
  }

  private static void read(Matcher part, String text, List<Move> moves) {
    char user = part.group(1).charAt(0);
    int from = Integer.parseInt(part.group(2));
    int to = part.group(4) == null ? from : Integer.parseInt(part.group(4));
    if (part.group(3) != null && part.group(3).charAt(0) != user) {
      throw new ScheduleException("\"" + text + "\": expected connections of one user");
    }
    Act act =
        Act.of(part.group(5))
            .orElseThrow(() -> new ScheduleException("\"" + text + "\": " + EXPECTED));
    int at = part.group(6) == null ? 0 : Integer.parseInt(part.group(6));
    int every = part.group(7) == null ? 0 : Integer.parseInt(part.group(7));
    int step = from <= to ? 1 : -1;
    int count = Math.abs(to - from) + 1;
    if (count > Schedule.MOST_CONNECTIONS) {
      throw new ScheduleException(
          "\"" + text + "\": expected at most " + Schedule.MOST_CONNECTIONS + " connections");
    }
    for (int i = 0; i < count; i++) {
      long micros = at + (long) i * every;
      if (Math.abs(micros) > Schedule.LONGEST_MICROS) {
        throw new ScheduleException(
            "\"" + text + "\": expected offsets of at most " + Schedule.LONGEST_MICROS + "us");
      }
      moves.add(new Move(user, from + i * step, act, (int) micros));
    }
  }

  static String write(List<Move> moves) {
    List<String> parts = new ArrayList<>();
    for (int first = 0; first < moves.size(); ) {
      int last = lastOfGroup(moves, first);
      parts.add(group(moves.get(first), moves.get(last), last - first));
      first = last + 1;
    }
    return String.join(", ", parts);
  }

  /** Where a run of moves ends that differ by one connection and a constant time. */
  private static int lastOfGroup(List<Move> moves, int first) {
    int last = first;
    while (last + 1 < moves.size() && goesOn(moves, first, last)) {
      last++;
    }
    return last;
  }

  private static boolean goesOn(List<Move> moves, int first, int last) {
    Move begin = moves.get(first);
    Move next = moves.get(last + 1);
    Move second = moves.get(first + 1);
    int step = second.connection() - begin.connection();
    int every = second.micros() - begin.micros();
    int steps = last + 1 - first;
    return Math.abs(step) == 1
        && next.user() == begin.user()
        && next.act() == begin.act()
        && next.connection() == begin.connection() + steps * step
        && next.micros() == begin.micros() + steps * every;
  }

  private static String group(Move first, Move last, int steps) {
    String at = first.micros() == 0 ? "" : String.format(" %+dus", first.micros());
    if (steps == 0) {
      return first.who() + " " + first.act().text() + at;
    }
    int every = (last.micros() - first.micros()) / steps;
    String apart = every == 0 ? "" : " every " + every + "us";
    return first.who() + ".." + last.who() + " " + first.act().text() + at + apart;
  }
}
