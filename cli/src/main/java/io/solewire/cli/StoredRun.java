package io.solewire.cli;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.run.Trust;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.result.Conclusion;
import io.solewire.result.Losses;
import io.solewire.rule.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run as its history tells it. Immutable.
 *
 * @param header the first line
 * @param segments the events of each case, and those of the run itself
 * @param merged false for what a run left behind that was killed
 */
record StoredRun(Header header, Map<String, List<Event>> segments, boolean merged) {

  /** True if there are cases: in the file, or in the folder of a run. */
  static boolean isIn(Path history) throws HistoryException {
    return Files.isDirectory(history)
        ? Files.exists(history.resolve(History.FILE))
            || Files.exists(history.resolve(History.SEGMENTS))
        : HistoryReader.header(history).load() == null;
  }

  /**
   * Reads one.
   *
   * @param history a file, or the folder of a run
   * @return the run
   * @throws HistoryException if it is no history; the message names file, line and reason
   */
  static StoredRun read(Path history) throws HistoryException {
    Map<String, List<Event>> segments = new TreeMap<>();
    Header header =
        HistoryReader.read(
            history,
            event -> segments.computeIfAbsent(event.caseId(), id -> new ArrayList<>()).add(event));
    if (header.profile() == null || header.target() == null) {
      throw new HistoryException(history + ":1: expected the target's name and its profile");
    }
    for (String id : segments.keySet()) {
      if (!isCase(id) && !id.startsWith(Losses.RUN)) {
        throw new HistoryException(history + ": \"" + id + "\" is no case that this release knows");
      }
    }
    boolean merged = !Files.isDirectory(history) || Files.exists(history.resolve(History.FILE));
    return new StoredRun(header, segments, merged);
  }

  private static boolean isCase(String id) {
    int dot = id.indexOf('.');
    return dot > 0 && RuleBook.current().find(id.substring(0, dot)).isPresent();
  }

  /** Why the target could not be judged, or that it was lost. */
  Optional<String> target() {
    return end(ConformanceRun.BEFORE)
        .or(() -> end(Losses.AFTER).map(why -> "it was lost: " + why))
        .map(why -> "the target " + header.url() + ": " + why);
  }

  private Optional<String> end(String segment) {
    return segments.getOrDefault(segment, List.of()).stream()
        .filter(e -> e.kind() == EventKind.CASE_END)
        .filter(e -> Conclusion.CANNOT_GO_ON.equals(e.detail().name()))
        .map(e -> String.valueOf(e.detail().text()))
        .findFirst();
  }

  /**
   * True if it was interrupted, killed, or cut off afterwards: the look before the first case is
   * the last segment of a merged history.
   */
  boolean cutShort() {
    return segments.containsKey(ConformanceRun.INTERRUPTED) || !isWhole();
  }

  /** What was found bad later than this does not count. */
  long trustedUntil() {
    return Trust.until(segments.values(), isWhole());
  }

  private boolean isWhole() {
    return merged
        && segments.getOrDefault(ConformanceRun.BEFORE, List.of()).stream()
            .anyMatch(e -> e.kind() == EventKind.CASE_END);
  }
}
