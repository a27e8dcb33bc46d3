package io.solewire.profile;

import java.util.List;

/** Keys of the format that this release does not act upon. Stateless. */
final class Unsupported {

  /** They change how to connect or what happens: to ignore them would be wrong. */
  private static final List<String> ESSENTIAL = List.of("urls");

  private Unsupported() {}

  static void check(Node document) {
    ESSENTIAL.forEach(key -> report(document.at(key)));
  }

  /** Reports the key if it is set; its value is not shown, it may hold secrets. */
  static void report(Node node) {
    if (node.present()) {
      node.problem("", "no such key: it is part of the format, but not supported by this release");
    }
  }
}
