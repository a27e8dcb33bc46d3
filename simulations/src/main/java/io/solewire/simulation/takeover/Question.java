package io.solewire.simulation.takeover;

import io.solewire.history.Trace;
import java.util.concurrent.TimeUnit;

/**
 * The last probe of a connection, until it is answered or nobody waits for it any more. Not
 * thread-safe: everything happens on the user's event loop.
 */
final class Question {

  private final Resident resident;
  private final Trace trace;
  private String asked;

  Question(Resident resident, Trace trace) {
    this.resident = resident;
    this.trace = trace;
  }

  /** A probe was sent. */
  void ask(String id) {
    asked = id;
    resident.loop().schedule(() -> forget(id), Load.PROBE_PATIENCE_NANOS, TimeUnit.NANOSECONDS);
  }

  boolean isOpen() {
    return asked != null && !trace.answers().answered(asked);
  }

  private void forget(String id) {
    if (id.equals(asked)) {
      asked = null;
      resident.settle();
    }
  }

  /** Something was seen. */
  void look() {
    if (asked != null && trace.answers().answered(asked)) {
      asked = null;
      resident.answered();
    }
  }
}
