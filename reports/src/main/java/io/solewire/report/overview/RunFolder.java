package io.solewire.report.overview;

import io.solewire.history.EventLog;
import io.solewire.history.History;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.result.StoredResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a run. Immutable.
 *
 * @param path where it is, as it was given
 * @param result what could be read of its result; empty if nothing could
 * @param problems why not all of it could be read, each on a line that names the file
 */
public record RunFolder(Path path, Optional<RunResult> result, List<String> problems) {

  /** Copies its list. */
  public RunFolder {
    problems = List.copyOf(problems);
  }

  /**
   * Whether a run was there, even if it left nothing but its history.
   *
   * @param path a folder
   * @return true if so
   */
  public static boolean isOne(Path path) {
    return Files.exists(path.resolve(Results.FILE)) || hasHistory(path);
  }

  /**
   * Reads what is in the folder of a run.
   *
   * @param path the folder
   * @return what could be read
   */
  public static RunFolder read(Path path) {
    Path file = path.resolve(Results.FILE);
    if (Files.exists(file)) {
      StoredResult stored = StoredResult.read(file);
      return new RunFolder(path, stored.result(), stored.problems());
    }
    String what =
        hasHistory(path)
            ? path
                + ": the run left no "
                + Results.FILE
                + " (killed?); ./solewire check "
                + path
                + " judges what it recorded"
            : path + ": expected the folder of a run, but there is no " + Results.FILE;
    return new RunFolder(path, Optional.empty(), List.of(what));
  }

  private static boolean hasHistory(Path path) {
    return Files.exists(path.resolve(History.FILE))
        || Files.exists(path.resolve(History.FILE + ".gz"))
        || Files.exists(path.resolve(EventLog.FILE))
        || Files.isDirectory(path.resolve(History.SEGMENTS));
  }

  /** Whether all of it could be read. */
  public boolean whole() {
    return result.isPresent() && problems.isEmpty();
  }

  /** The name of the folder. */
  public String name() {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
