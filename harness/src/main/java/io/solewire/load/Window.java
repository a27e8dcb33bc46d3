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
 * @param readers the same and those of the window before: who may have read what was sent
 */
record Window(UserTraces user, List<Event> events, Set<String> settled, UserTraces readers) {

  static Window of(String user, List<Event> events, Set<String> settled, List<Event> before) {
    UserTraces traces = traces(user, events.stream());
    UserTraces readers =
        traces.published().isEmpty()
            ? traces
            : traces(user, Stream.concat(before.stream(), events.stream()));
    return new Window(traces, events, Set.copyOf(settled), readers);
  }

  private static UserTraces traces(String user, Stream<Event> events) {
    CaseFold fold = new CaseFold();
    events.forEach(fold::accept);
    return fold.users().stream()
        .filter(u -> u.user().equals(user))
        .findFirst()
        .orElseGet(() -> new UserTraces(user, List.of(), List.of(), 0));
  }

  /** The connections that are over. */
  Stream<Trace> over() {
    return user.traces().stream().filter(t -> settled.contains(t.conn()));
  }
}
