package io.solewire.result;

/** Exit codes of the command line; when several apply, the first in this order wins. */
public enum ExitCode {
  /** Usage or profile error. */
  USAGE(2),
  /** A rule was broken, a gate failed, or a known failure passes now. */
  BROKEN(1),
  /** The target could not be reached, started, or was lost. */
  TARGET(4),
  /** The harness failed. */
  HARNESS(70),
  /** Interrupted; the report of what was done is written. */
  INTERRUPTED(130),
  /** Nothing proven. */
  UNPROVEN(3),
  /** Every applicable MUST passed, and every gate. */
  OK(0);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }
}
