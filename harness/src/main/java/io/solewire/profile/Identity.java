package io.solewire.profile;

import java.util.Map;
import java.util.Optional;

/**
 * Which user ids are the same user (rules H1, H4). Immutable.
 *
 * @param same by aspect, true if ids that differ in it only are one user; absent if nothing is said
 */
public record Identity(Map<Aspect, Boolean> same) {

  /** What two ids may differ in. */
  public enum Aspect {
    /** Capital or small letters. */
    CASE,
    /** White space at the end. */
    WHITESPACE,
    /** The normalization form of Unicode. */
    UNICODE,
    /** How a number is written. */
    NUMERIC;

    /** The key in a profile. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What is said about an aspect. */
  public Optional<Boolean> same(Aspect aspect) {
    return Optional.ofNullable(same.get(aspect));
  }
}
