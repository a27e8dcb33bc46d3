package io.solewire.conformance.run;

import io.solewire.conformance.race.Schedule;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.judge.Faults;
import io.solewire.judge.Finding;
import io.solewire.judge.Judges;
import io.solewire.judge.Verdict;
import io.solewire.result.Conclusion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often the rounds of a race failed, by their schedules. Stateless. */
final class FailedRounds {

  private FailedRounds() {}

  /**
   * Counts them; a round in which several users failed counts once.
   *
   * @param rule whose findings count
   * @param users of one play of a case
   */
  static Map<Schedule, Integer> count(Conclusion conclusion, String rule, List<UserTraces> users) {
    Set<String> failed =
        Judges.judge(conclusion.profile(), users).stream()
            .map(conclusion::weighed)
            .filter(f -> f.rule().equals(rule) && f.verdict() == Verdict.FAIL)
            .map(Finding::user)
            .collect(Collectors.toSet());
    Map<String, Schedule> rounds = new TreeMap<>();
    for (UserTraces user : users) {
      if (failed.contains(user.user())) {
        round(user).ifPresent(label -> rounds.put(label, schedule(label)));
      }
    }
    Map<Schedule, Integer> counts = new HashMap<>();
    rounds.values().forEach(schedule -> counts.merge(schedule, 1, Integer::sum));
    return counts;
  }

  private static Optional<String> round(UserTraces user) {
    return user.traces().stream()
        .flatMap(t -> t.fault(Faults.SCHEDULE).stream())
        .map(Trace.Fault::text)
        .findFirst();
  }

  private static Schedule schedule(String label) {
    return Schedule.parse(label.substring(label.indexOf(' ') + 1));
  }
}
