package io.solewire.cli;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.run.Trust;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.result.AboutRun;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import io.solewire.result.Losses;
import io.solewire.result.StoredCases;
import io.solewire.rule.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run as its history tells it: looked through once, and then judged. Not thread-safe. */
final class StoredRun {

  private final Path history;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<String, String> ends = new HashMap<>();
  private final Trust trust = new Trust();
  private final AboutRun about = new AboutRun();
  private boolean ended;
  private HistoryReader.Contents contents;

  private StoredRun(Path history) {
    this.history = history;
  }

  /**
   * Where its history is.
   *
   * @param given a file, or the folder of a run
   * @return the same; of a folder that holds nothing but the gzip form, that
   */
  static Path in(Path given) {
    Path packed = given.resolve(History.FILE + ".gz");
    boolean other =
        Files.exists(given.resolve(History.FILE)) || Files.exists(given.resolve(History.SEGMENTS));
    return Files.isRegularFile(packed) && !other ? packed : given;
  }

  /** True if there are cases: in the file, or in the folder of a run. */
  static boolean isIn(Path history) throws HistoryException {
    return Files.isDirectory(history)
        ? Files.exists(history.resolve(History.FILE))
            || Files.exists(history.resolve(History.SEGMENTS))
        : HistoryReader.header(history).load() == null;
  }

  /**
   * Looks through one.
   *
   * @param history a file, or the folder of a run
   * @return the run
   * @throws HistoryException if it is no history; the message names file, line and reason
   */
  static StoredRun look(Path history) throws HistoryException {
    StoredRun run = new StoredRun(history);
    run.contents = HistoryReader.contents(history, run::accept);
    if (run.header().target() == null) {
      throw new HistoryException(history + ":1: expected the target's name in \"target\"");
    }
    return run;
  }

  private void accept(Event event) throws HistoryException {
    String id = event.caseId();
    if (sizes.merge(id, 1L, Long::sum) == 1 && !isCase(id) && !id.startsWith(Losses.RUN)) {
      throw new HistoryException("\"" + id + "\" is no case that this release knows");
    }
    trust.accept(event);
    about.accept(event);
    if (event.kind() == EventKind.CASE_END && id.startsWith(Losses.RUN)) {
      ended |= id.equals(ConformanceRun.BEFORE);
      if (Conclusion.CANNOT_GO_ON.equals(event.detail().name())) {
        ends.putIfAbsent(id, String.valueOf(event.detail().text()));
      }
    }
  }

  private static boolean isCase(String id) {
    int dot = id.indexOf('.');
    return dot > 0 && RuleBook.current().find(id.substring(0, dot)).isPresent();
  }

  /** The first line. */
  Header header() {
    return contents.header();
  }

  /**
   * Judges all cases.
   *
   * @param conclusion how one case is concluded
   * @return one result for each case
   * @throws HistoryException if an event cannot stand where it stands
   */
  List<CaseResult> judge(Conclusion conclusion) throws HistoryException {
    return new StoredCases(history, sizes, conclusion).conclude();
  }

  /** Why the target could not be judged, or that it was lost. */
  Optional<String> target() {
    return Optional.ofNullable(ends.get(ConformanceRun.BEFORE))
        .or(() -> Optional.ofNullable(ends.get(Losses.AFTER)).map(why -> "it was lost: " + why))
        .map(why -> "the target " + header().url() + ": " + why);
  }

  /** True if it was interrupted, killed, or cut off afterwards. */
  boolean cutShort() {
    return sizes.containsKey(ConformanceRun.INTERRUPTED) || !isWhole();
  }

  /** That something is missing, if it is. */
  Optional<String> missing() {
    return isWhole() ? Optional.empty() : Optional.of(missing(history, contents));
  }

  /** That something is missing. */
  static String missing(Path history, HistoryReader.Contents contents) {
    String lines = contents.lines() + (contents.lines() == 1 ? " line" : " lines");
    return contents.cut()
        ? "the history " + history + " was cut off: " + lines + " could be read and were judged"
        : "the history " + history + " ends after " + lines + ", before the run did";
  }

  /** What the run itself says that bears on its cases. */
  AboutRun about() {
    return about.lostAt(trust.until(isWhole()));
  }

  /** The look before the first case is the last segment of a merged history. */
  private boolean isWhole() {
    boolean merged = !Files.isDirectory(history) || Files.exists(history.resolve(History.FILE));
    return merged && ended && !contents.cut();
  }
}
