package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * L1: after many takeovers the server lists and counts no more sessions than after the first few,
 * once it had the quiet time to forget the last of them. A gauge has grown if it rose by half of
 * the takeovers or more: others come and go meanwhile.
 */
final class SessionsReturn implements Judge {

  private static final String TAKEOVERS = "takeovers";

  /** How many of the user are listed; nobody else is among them. */
  private static final String LISTED = "listed";

  @Override
  public String rule() {
    return "L1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace.Fault> looks =
        user.traces().stream()
            .flatMap(t -> t.faults().stream())
            .filter(f -> f.name().equals(Faults.SESSIONS))
            .sorted(Comparator.comparingLong(Trace.Fault::t))
            .toList();
    if (looks.size() < 2) {
      return List.of();
    }
    Trace.Fault first = looks.get(0);
    Trace.Fault last = looks.get(looks.size() - 1);
    return List.of(judge(first, last, forgotten(user, first, last), profile.quiet(), say));
  }

  /** When the last of those that were taken over had been told, or was let go of. */
  private static long forgotten(UserTraces user, Trace.Fault first, Trace.Fault last) {
    return user.traces().stream()
        .mapToLong(t -> Math.min(t.evicted(), t.ending().ours()))
        .filter(ended -> ended < last.t())
        .max()
        .orElse(first.t());
  }

  private static Finding judge(
      Trace.Fault first, Trace.Fault last, long over, Duration quiet, Say say) {
    Map<String, Double> before = values(first.text());
    Map<String, Double> after = values(last.text());
    double takeovers = after.getOrDefault(TAKEOVERS, 0.0) - before.getOrDefault(TAKEOVERS, 0.0);
    String expected =
        String.format("after %.0f takeovers the server holds no more than before", takeovers);
    List<String> grown = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    Set<String> once = new TreeSet<>(after.keySet());
    once.addAll(before.keySet());
    once.removeIf(name -> after.containsKey(name) && before.containsKey(name));
    new TreeMap<>(after)
        .forEach(
            (name, value) -> {
              double was = before.getOrDefault(name, 0.0);
              if (!name.equals(TAKEOVERS) && !once.contains(name)) {
                String change = String.format("%s %s to %s", name, plain(was), plain(value));
                seen.add(change);
                double most = name.equals(LISTED) ? 0 : Math.max(1, takeovers / 2) - 1;
                if (value - was > most) {
                  grown.add(change);
                }
              }
            });
    if (!grown.isEmpty()) {
      String actual = String.join(", ", grown);
      long deadline = over + quiet.toNanos();
      return last.t() < deadline
          ? say.unseen(
              expected, actual + ", but nobody looked after the quiet time", first.t(), last.t())
          : say.broken(expected, actual, first.t(), last.t()).overdue(over, deadline, last.t());
    }
    if (!once.isEmpty()) {
      String why = String.join(", ", once) + " could be read only once";
      return say.unseen(expected, why, first.t(), last.t());
    }
    return seen.isEmpty()
        ? say.unseen(expected, "the server told nothing that counts", first.t(), last.t())
        : say.pass(expected, String.join(", ", seen), first.t(), last.t());
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.format("%.0f", value) : Double.toString(value);
  }

  /** Pairs such as {@code listed=1}, separated by spaces. */
  private static Map<String, Double> values(String text) {
    Map<String, Double> values = new HashMap<>();
    for (String pair : text.split(" ")) {
      int equals = pair.indexOf('=');
      try {
        values.put(
            pair.substring(0, Math.max(0, equals)), Double.valueOf(pair.substring(equals + 1)));
      } catch (NumberFormatException e) {
        // no number, so nothing that counts
      }
    }
    return values;
  }
}
