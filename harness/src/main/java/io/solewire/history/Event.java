package io.solewire.history;

import java.util.Objects;

/**
 * One line of a history. Immutable.
 *
 * @param t nanoseconds of the run's clock, taken as near to the wire as can be
 * @param caseId the case, or the generator thread
 * @param user the user; empty for events of the case itself
 * @param conn the connection, unique per user and case; empty for events of the user or the case
 * @param kind what happened
 * @param detail what else is known
 */
public record Event(
    long t, String caseId, String user, String conn, EventKind kind, Detail detail) {

  /** Ids of segments that belong to the run and to no case begin with this. */
  public static final String OF_RUN = "~";

  /** Checks that nothing is missing. */
  public Event {
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(conn, "conn");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }
}
