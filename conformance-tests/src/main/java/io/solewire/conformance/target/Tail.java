package io.solewire.conformance.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of what a target printed. Stateless. */
public final class Tail {

  private static final int LINES = 20;

  private Tail() {}

  /** As a half-sentence that goes on behind a message; never fails. */
  public static String of(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return of(lines);
    } catch (IOException e) {
      return "; what it printed cannot be read: " + e.getMessage();
    }
  }

  /** The same, of lines. */
  static String of(List<String> lines) {
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return last.isEmpty()
        ? "; it printed nothing"
        : "; it printed:\n  " + String.join("\n  ", last);
  }
}
