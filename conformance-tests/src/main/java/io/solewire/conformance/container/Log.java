package io.solewire.conformance.container;

import io.solewire.conformance.target.Tail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Takes what a container and its engine print, into a file. Thread-safe. */
final class Log {

  private final Path file;

  Log(Path file) {
    this.file = file;
  }

  /** Adds a piece of text; null is nothing. What cannot be written is lost: it is for people. */
  void add(String text) {
    if (text != null) {
      add(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  synchronized void add(byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // the target runs all the same
    }
  }

  /** The end of it, as a half-sentence. */
  String tail() {
    return Tail.of(file);
  }
}
