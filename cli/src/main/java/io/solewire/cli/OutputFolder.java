package io.solewire.cli;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Where the results of a run go. Stateless. */
final class OutputFolder {

  private static final Path RUNS = Path.of("reports", "runs");
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
      return folder;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.HARNESS, "cannot make the output folder " + folder + ": " + reason(e));
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
    return e.getMessage() == null
        ? e.toString()
        : e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
