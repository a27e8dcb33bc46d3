package io.solewire.judge;

import java.util.Locale;

/**
 * What is concluded. A lattice: the worst wins when verdicts are combined (design: a harness that
 * is unsure never says "pass", and nothing hides a failure).
 */
public enum Verdict {
  NOT_APPLICABLE,
  PASS,
  WARN,
  INCONCLUSIVE,
  ERROR,
  FAIL;

  /**
   * Combines two verdicts.
   *
   * @param other the other one
   * @return the worse of the two
   */
  public Verdict join(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The name in result.json.
   *
   * @return in lower case, with a hyphen
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
