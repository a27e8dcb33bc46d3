package io.solewire.conformance.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process that removes a container when this one is killed and can remove nothing any more: its
 * end of a pipe closes then. Stateless. Without the engine's command line there is none; what
 * Testcontainers does to clean up (Ryuk) is left then.
 */
final class ContainerGuard {

  private static final Path SHELL = Path.of("/bin/sh");

  private static final String SCRIPT =
      """
      trap '' INT HUP
      command -v docker >/dev/null || exit 0
      read -r _
      exec docker rm --force --volumes "$1"
      """;

  private ContainerGuard() {}

  /** Begins to watch over a container. */
  static Optional<Process> over(String id) {
    if (!Files.isExecutable(SHELL)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProcessBuilder(List.of(SHELL.toString(), "-c", SCRIPT, "solewire", id))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
