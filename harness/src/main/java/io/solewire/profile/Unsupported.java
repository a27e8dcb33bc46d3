package io.solewire.profile;

/** Keys of the format that this release does not act upon. Stateless. */
final class Unsupported {

  private Unsupported() {}

  /** Reports the key if it is set; its value is not shown, it may hold secrets. */
  static void report(Node node) {
    if (node.present()) {
      node.problem("", "no such key: it is part of the format, but not supported by this release");
    }
  }
}
