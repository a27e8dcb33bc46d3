package io.solewire.rule;

/** How binding a rule is, in the words of RFC 2119. */
public enum Level {
  /** Breaking it is a failure. */
  MUST,
  /** Breaking it is a warning, and a failure under {@code --strict}. */
  SHOULD
}
