package io.solewire.cli;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a started target prints. Stateless. */
final class Logs {

  private Logs() {}

  static Path temporary() {
    try {
      return Files.createTempFile("solewire-target-", ".log");
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.HARNESS, "cannot make a temporary file: " + OutputFolder.reason(e));
    }
  }

  /** Moves it to the results, unless nothing was printed. */
  static void keep(Path log, Path folder) {
    try {
      if (Files.size(log) > 0) {
        Files.move(log, folder.resolve("target.log"), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.delete(log);
      }
    } catch (IOException ignored) {
      // the verdict does not depend on it
    }
  }
}
