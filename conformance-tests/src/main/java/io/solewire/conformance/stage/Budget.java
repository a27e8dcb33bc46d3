package io.solewire.conformance.stage;

/** How thorough the cases are. The parameters stand with each case. */
public enum Budget {
  QUICK,
  FULL;

  /** Picks a parameter. */
  public int pick(int quick, int full) {
    return this == QUICK ? quick : full;
  }
}
