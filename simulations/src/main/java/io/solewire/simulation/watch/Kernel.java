package io.solewire.simulation.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel tells in files. Thread-safe. */
@FunctionalInterface
interface Kernel {

  /** Of longer files, the rest is not read. */
  int MOST = 16_384;

  /** That of this machine. */
  Kernel THIS = Kernel::read;

  /**
   * Reads the beginning of a file.
   *
   * @param path such as {@code /proc/stat}
   * @return its text, stripped; empty if there is none here, or it may not be read
   */
  String text(String path);

  /** In one read, since the kernel makes such a file while it is read: a second finds no more. */
  private static String read(String path) {
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      byte[] bytes = new byte[MOST];
      int length = in.read(bytes);
      return new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      return ""; // no such table here
    }
  }
}
