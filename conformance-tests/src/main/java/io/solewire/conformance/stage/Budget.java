package io.solewire.conformance.stage;

/** How thorough the cases are. The parameters stand with each case. */
public enum Budget {
  /** An eighth of the rounds of {@link #QUICK}: a first look, or one of very many runs. */
  BRIEF,
  QUICK,
  FULL;

  private static final int BRIEFER = 8;

  /** Picks a number of rounds; there is at least one. */
  public int pick(int quick, int full) {
    return this == BRIEF ? Math.max(1, quick / BRIEFER) : bound(quick, full);
  }

  /** Picks a bound, which is no shorter in a shorter run. */
  public int bound(int quick, int full) {
    return this == FULL ? full : quick;
  }
}
