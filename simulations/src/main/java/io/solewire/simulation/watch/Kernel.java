package io.solewire.simulation.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel tells in files. Thread-safe. */
@FunctionalInterface
interface Kernel {

  /** That of this machine. */
  Kernel THIS = Kernel::read;

  /**
   * Reads a file.
   *
   * @param path such as {@code /proc/stat}
   * @return its text, stripped; empty if there is none here, or it may not be read
   */
  String text(String path);

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      return ""; // no such table here
    }
  }
}
