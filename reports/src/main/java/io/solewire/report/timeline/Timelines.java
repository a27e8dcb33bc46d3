package io.solewire.report.timeline;

import io.solewire.history.Event;
import io.solewire.history.EventLog;
import io.solewire.history.Header;
import io.solewire.history.History;
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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pictures of a run: of every case that is not green with many of its events, of the others
 * with few, so that a page stays small whatever the history. Stateless.
 */
public final class Timelines {

  /** Connections and their events in the picture of a case that is not green. */
  static final int MANY_LANES = 40;

  static final int MANY_MARKS = 42;

  /** The same of a green one. */
  static final int FEW_LANES = 8;

  static final int FEW_MARKS = 15;

  private Timelines() {}

  /**
   * Reads the history once, event by event.
   *
   * @param run the run
   * @param folder where its history is: the folder of the run, or the history itself
   * @return by the id of the case; none for those whose events are not there. What can be read of a
   *     history that cannot be read whole is shown.
   */
  public static Pictures ofCases(RunResult run, Path folder) {
    Map<String, Selection> wanted = new HashMap<>();
    List<CaseResult> cases = run.cases() == null ? List.of() : run.cases();
    for (CaseResult one : cases) {
      if (one.id() != null && known(one.interval())) {
        wanted.put(one.id(), green(one) ? few(one.interval()) : many(one.interval()));
      }
    }
    return wanted.isEmpty()
        ? Pictures.NONE
        : read(run, file(folder), wanted, event -> take(wanted.get(event.caseId()), event));
  }

  /**
   * The same for what was found broken under load, by the id of the rule.
   *
   * @param run the run
   * @param load its load
   * @param folder the folder of the run, or the history of the load itself
   */
  public static Pictures ofLoad(RunResult run, LoadResult load, Path folder) {
    Map<String, Selection> wanted = new LinkedHashMap<>();
    for (LoadResult.RuleFinding finding : load.findings()) {
      if (finding.rule() != null && known(finding.interval())) {
        wanted.put(finding.rule(), many(finding.interval()));
      }
    }
    Path file = Files.isDirectory(folder) ? folder.resolve(EventLog.FILE) : folder;
    return wanted.isEmpty()
        ? Pictures.NONE
        : read(
            run,
            file,
            wanted,
            event -> wanted.values().forEach(selection -> take(selection, event)));
  }

  private static Selection many(Interval interval) {
    return new Selection(interval, MANY_LANES, MANY_MARKS);
  }

  private static Selection few(Interval interval) {
    return new Selection(interval, FEW_LANES, FEW_MARKS);
  }

  private static void take(Selection selection, Event event) {
    if (selection != null && selection.user().equals(event.user())) {
      selection.accept(event);
    }
  }

  /** A history in the folder may have been compressed since. */
  private static Path file(Path folder) {
    Path packed = folder.resolve(History.FILE + ".gz");
    boolean only =
        Files.exists(packed)
            && !Files.exists(folder.resolve(History.FILE))
            && !Files.exists(folder.resolve(History.SEGMENTS));
    return only ? packed : folder;
  }

  private static Pictures read(
      RunResult run, Path path, Map<String, Selection> wanted, Consumer<Event> events) {
    Path file = Files.isDirectory(path) ? path.resolve(History.FILE) : path;
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return new Pictures(Map.of(), Optional.of(file + " is no file that can be read to its end"));
    }
    try {
      Header header = HistoryReader.read(path, events);
      return header.seed() == run.seed()
          ? new Pictures(timelines(wanted), Optional.empty())
          : new Pictures(
              Map.of(), Optional.of(path + " is of another run, with the seed " + header.seed()));
    } catch (HistoryException e) {
      return new Pictures(timelines(wanted), Optional.of(e.getMessage()));
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
