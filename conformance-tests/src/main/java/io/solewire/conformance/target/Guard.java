package io.solewire.conformance.target;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Wraps a target's command so that it ends with us and never before: Ctrl-C in a terminal reaches
 * every process there, and the target must outlive it until the run is concluded; and when this
 * process is killed and can stop nothing any more, its end of a pipe closes, which the guard sees.
 * Stateless. Where there is no {@code /bin/sh} the command runs bare.
 */
public final class Guard {

  private static final Path SHELL = Path.of("/bin/sh");

  private static final String SCRIPT =
      """
      trap '' INT HUP
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      {
        read -r _ <&3
        kill "$child"
        for second in 1 2 3 4 5; do kill -0 "$child" && sleep 1; done
        kill -9 "$child"
      } >/dev/null 2>&1 &
      guard=$!
      exec 3<&- </dev/null
      wait "$child"
      status=$?
      kill "$guard" 2>/dev/null
      exit "$status"
      """;

  private Guard() {}

  /**
   * Wraps a command.
   *
   * @param command program and arguments
   * @return the command that guards it
   */
  public static List<String> around(List<String> command) {
    if (!Files.isExecutable(SHELL)) {
      return command;
    }
    List<String> guarded = new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, "solewire"));
    guarded.addAll(command);
    return guarded;
  }

  /** True if there is such a program, looked for as the operating system does. */
  static boolean isProgram(String name, Path directory) {
    if (name.contains("/")) {
      Path file = directory.resolve(name);
      return Files.isExecutable(file) && !Files.isDirectory(file);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .anyMatch(file -> Files.isExecutable(file) && !Files.isDirectory(file));
  }
}
