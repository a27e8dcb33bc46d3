package io.solewire.conformance.race;

/** A schedule that nobody can play; the message says what was expected. */
public final class ScheduleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ScheduleException(String message) {
    super(message);
  }
}
