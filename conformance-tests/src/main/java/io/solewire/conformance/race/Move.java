package io.solewire.conformance.race;

/**
 * One step of a race. Immutable.
 *
 * @param user {@code a} to {@code z}
 * @param connection counted from 1 within its user
 * @param act what it does
 * @param micros when, in microseconds from the beginning of the race; may be negative; 0 for what
 *     comes before it
 */
public record Move(char user, int connection, Act act, int micros) {

  /** Its connection as it is written, such as {@code a1}. */
  public String who() {
    return "" + user + connection;
  }

  Move at(int when) {
    return new Move(user, connection, act, when);
  }
}
