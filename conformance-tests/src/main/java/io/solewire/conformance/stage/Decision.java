package io.solewire.conformance.stage;

import io.solewire.history.Detail;
import io.solewire.history.Trace;

/** Whether a server has said if a connection may come in, and what. Stateless. */
final class Decision {

  private Decision() {}

  static boolean isMade(Trace trace) {
    return trace.admitted() != Trace.NEVER
        || trace.refused() != Trace.NEVER
        || trace.ending().evicted() != Trace.NEVER;
  }

  /** How one was turned away that was not let in. */
  static String against(Trace trace) {
    if (trace.refused() == Trace.NEVER) {
      return "was ended by " + trace.ending().by();
    }
    Detail how = trace.refusal();
    Integer number = how.status() == null ? how.code() : how.status();
    return "was refused" + (number == null ? "" : " (" + number + ")");
  }
}
