package io.solewire.cli;

import io.solewire.cli.calibrate.CalibrationFiles;
import io.solewire.cli.load.FlightRecording;
import io.solewire.cli.load.LoadProcess;
import io.solewire.history.EventLog;
import io.solewire.history.History;
import io.solewire.load.Rivals;
import io.solewire.report.Reports;
import io.solewire.result.ExitCode;
import io.solewire.result.LoadOutcome;
import io.solewire.result.Results;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the results of a run go. Stateless. */
final class OutputFolder {

  /** Where runs go that say nothing else. */
  static final Path RUNS = Path.of("reports", "runs");

  /** What a target that was started printed. */
  static final String TARGET_LOG = "target.log";

  /** The same of what it is compared with. */
  static final String VERSUS_LOG = "versus.log";

  private static final List<String> LEFT_BY_A_RUN =
      List.of(
          History.FILE,
          EventLog.FILE,
          Results.FILE,
          LoadOutcome.FILE,
          LoadProcess.LOG,
          Reports.JUNIT,
          Reports.SUMMARY,
          Reports.HTML,
          CalibrationFiles.JSON,
          CalibrationFiles.MARKDOWN,
          TARGET_LOG,
          VERSUS_LOG,
          FlightRecording.GENERATOR,
          FlightRecording.SERVER,
          FlightRecording.VERSUS);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private OutputFolder() {}

  /** Makes the folder: the one asked for, or a fresh one that {@code latest} then leads to. */
  static Path make(Optional<Path> asked, String target) {
    Path folder = asked.orElseGet(() -> fresh(target));
    try {
      Files.createDirectories(folder);
      if (asked.isEmpty()) {
        latest(folder);
      }
      Files.delete(Files.createTempFile(folder, ".solewire", null));
      return folder;
    } catch (IOException e) {
      String which = asked.isPresent() ? "--out " + folder : "the folder " + folder;
      throw new CommandException(
          asked.isPresent() ? ExitCode.USAGE : ExitCode.HARNESS,
          which + ": expected a folder that can be made and written to: " + reason(e));
    }
  }

  /**
   * Makes the folder for a run, without what an earlier run left there: a run that is killed must
   * not be mistaken for the one before.
   */
  static Path makeForRun(Optional<Path> asked, String target) {
    Path folder = make(asked, target);
    Path segments = folder.resolve(History.SEGMENTS);
    if (Files.exists(segments) && !Files.exists(segments.resolve("header.json"))) {
      throw CommandException.usage(
          "--out "
              + folder
              + ": its folder '"
              + History.SEGMENTS
              + "' is not of a run; expected a new folder, or that of an earlier run");
    }
    try {
      deleteResults(folder);
      deleteResults(folder.resolve(Rivals.FOLDER));
      deleteSegments(segments);
      return folder;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.HARNESS, "cannot replace the earlier run in " + folder + ": " + reason(e));
    }
  }

  /** What a full disk left of the merged history hides the segments, which hold more. */
  static void dropHalfMerged(Path folder) {
    try {
      if (Files.exists(folder.resolve(History.SEGMENTS))) {
        Files.deleteIfExists(folder.resolve(History.FILE));
      }
    } catch (IOException ignored) {
      // it has been said already that the history cannot be written
    }
  }

  private static void deleteResults(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (String file : LEFT_BY_A_RUN) {
        Files.deleteIfExists(folder.resolve(file));
      }
      deleteHistograms(folder);
    }
  }

  private static void deleteSegments(Path segments) throws IOException {
    if (Files.exists(segments)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(segments, "*.{json,jsonl}")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(segments);
    }
  }

  private static void deleteHistograms(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.hlog")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static Path fresh(String target) {
    String name = LocalDateTime.now().format(TIME) + "-" + target.replaceAll("[^\\w-]+", "-");
    Path folder = RUNS.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = RUNS.resolve(name + "-" + i);
    }
    return folder;
  }

  private static void latest(Path folder) {
    Path link = RUNS.resolve("latest");
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, folder.getFileName());
    } catch (IOException | UnsupportedOperationException ignored) {
      // a convenience; some file systems have no symbolic links
    }
  }

  static String reason(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    boolean bare = e.getMessage() == null || e instanceof FileSystemException;
    return bare ? e.toString() : e.getMessage();
  }
}
