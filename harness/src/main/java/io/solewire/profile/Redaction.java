package io.solewire.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Replaces secrets in a text. Stateless. */
final class Redaction {

  private static final String MASK = "***";

  private Redaction() {}

  /** The longest first, so that no part of one is left when another is contained in it. */
  static String apply(String text, Collection<String> secrets) {
    List<String> longestFirst =
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    String redacted = text;
    for (String secret : longestFirst) {
      redacted = redacted.replace(secret, MASK);
    }
    return redacted;
  }
}
