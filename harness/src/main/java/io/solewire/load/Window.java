package io.solewire.load;

import io.solewire.history.CaseFold;
import io.solewire.history.Event;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connections of one user that have to be looked at together. Immutable.
 *
 * @param user what they did and saw
 * @param events the same as events, in order
 * @param settled names of those that were let go of and appear in no later window
 */
record Window(UserTraces user, List<Event> events, Set<String> settled) {

  static Window of(String user, List<Event> events, Set<String> settled) {
    CaseFold fold = new CaseFold();
    events.forEach(fold::accept);
    UserTraces traces =
        fold.users().stream()
            .filter(u -> u.user().equals(user))
            .findFirst()
            .orElseGet(() -> new UserTraces(user, List.of(), List.of(), 0));
    return new Window(traces, events, Set.copyOf(settled));
  }

  /** The connections that are over. */
  Stream<Trace> over() {
    return user.traces().stream().filter(t -> settled.contains(t.conn()));
  }
}
