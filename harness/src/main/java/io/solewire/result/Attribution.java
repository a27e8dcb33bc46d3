package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.judge.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lays what was found bad at one door each. All judges look at all cases, so one defect shows in
 * many; it counts in the cases of its own rule. Where none of these failed (they were not run, do
 * not apply, or were lucky), it counts in the first case that saw it: nothing that was seen is
 * lost, and nothing is counted everywhere. Stateless.
 */
public final class Attribution {

  private Attribution() {}

  /**
   * Concludes all cases of a run.
   *
   * @param conclusion how one case is concluded
   * @param segments the events of each segment; those of the run itself are passed over
   * @return one result for each case, in the order of their ids
   */
  public static List<CaseResult> conclude(
      Conclusion conclusion, Map<String, List<Event>> segments) {
    Map<String, Opinion> opinions = new TreeMap<>();
    segments.forEach(
        (id, events) -> {
          if (!id.startsWith(Losses.RUN)) {
            opinions.put(id, conclusion.opinion(id, events));
          }
        });
    Map<String, Set<String>> strays = strays(opinions);
    List<CaseResult> results = new ArrayList<>();
    opinions.forEach(
        (id, opinion) ->
            results.add(
                conclusion.result(
                    opinion, strays.get(id)::contains, conclusion.text(segments.get(id)))));
    return results;
  }

  /** For each case the other rules whose bad findings count there. */
  static Map<String, Set<String>> strays(Map<String, Opinion> opinions) {
    Opinion.Text silent = (opinion, finding, seen) -> null;
    Map<String, CaseResult> own = new TreeMap<>();
    opinions.forEach((id, opinion) -> own.put(id, opinion.result(rule -> false, silent)));
    Set<String> settled =
        own.values().stream()
            .filter(c -> isBad(c.verdict()))
            .map(CaseResult::rule)
            .collect(Collectors.toCollection(HashSet::new));
    Map<String, Set<String>> strays = new TreeMap<>();
    own.forEach(
        (id, result) -> {
          Set<String> mine = strays(result, settled);
          settled.addAll(mine);
          strays.put(id, mine);
        });
    return strays;
  }

  private static Set<String> strays(CaseResult result, Set<String> settled) {
    return result.findings().stream()
        .filter(f -> isBad(f.verdict()) && !settled.contains(f.rule()))
        .map(CaseResult.Found::rule)
        .collect(Collectors.toSet());
  }

  private static boolean isBad(Verdict verdict) {
    return verdict == Verdict.FAIL || verdict == Verdict.WARN;
  }
}
