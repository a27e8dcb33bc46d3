package io.solewire.report.timeline;

import io.solewire.history.Event;
import io.solewire.history.EventLog;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.CaseResult.Interval;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The pictures of a run: of every case that is not green with many of its events, of the others
 * with few, so that a page stays small whatever the history. Stateless.
 */
public final class Timelines {

  /** Of a case that is not green. */
  static final int MANY = 360;

  /** Of a green one. */
  static final int FEW = 60;

  /** Of all cases that are not green together. */
  static final int MOST = 6_000;

  private Timelines() {}

  /**
   * Reads the history once, event by event.
   *
   * @param run the run
   * @param folder where its history is: the folder of the run, or the history itself
   * @return by the id of the case; none for those whose events are not there. What can be read of a
   *     history that cannot be read whole is shown.
   */
  public static Map<String, Timeline> ofCases(RunResult run, Path folder) {
    Map<String, Selection> wanted = new HashMap<>();
    List<CaseResult> cases = run.cases() == null ? List.of() : run.cases();
    long bad = cases.stream().filter(c -> !green(c)).count();
    int each = (int) Math.max(FEW, Math.min(MANY, MOST / Math.max(1, bad)));
    for (CaseResult one : cases) {
      if (one.id() != null && known(one.interval())) {
        wanted.put(one.id(), new Selection(one.interval(), green(one) ? FEW : each));
      }
    }
    read(folder, event -> take(wanted.get(event.caseId()), event));
    return timelines(wanted);
  }

  /**
   * The same for what was found broken under load, by the id of the rule.
   *
   * @param load the load
   * @param folder the folder of the run
   */
  public static Map<String, Timeline> ofLoad(LoadResult load, Path folder) {
    Map<String, Selection> wanted = new LinkedHashMap<>();
    for (LoadResult.RuleFinding finding : load.findings()) {
      if (finding.rule() != null && known(finding.interval())) {
        wanted.put(finding.rule(), new Selection(finding.interval(), MANY));
      }
    }
    Path file = folder.resolve(EventLog.FILE);
    if (!wanted.isEmpty() && Files.exists(file)) {
      read(file, event -> wanted.values().forEach(selection -> take(selection, event)));
    }
    return timelines(wanted);
  }

  private static void take(Selection selection, Event event) {
    if (selection != null && selection.user().equals(event.user())) {
      selection.accept(event);
    }
  }

  private static void read(Path path, Consumer<Event> events) {
    try {
      HistoryReader.read(path, events);
    } catch (HistoryException ignored) {
      // a report is made of what is there; whoever judges a history says what is wrong with it
    }
  }

  private static Map<String, Timeline> timelines(Map<String, Selection> wanted) {
    Map<String, Timeline> timelines = new LinkedHashMap<>();
    wanted.forEach(
        (id, selection) -> {
          Timeline timeline = selection.timeline();
          if (timeline != null) {
            timelines.put(id, timeline);
          }
        });
    return timelines;
  }

  private static boolean known(Interval interval) {
    return interval != null && interval.user() != null && !interval.user().isEmpty();
  }

  private static boolean green(CaseResult one) {
    return one.verdict() == Verdict.PASS || one.verdict() == Verdict.NOT_APPLICABLE;
  }
}
