package io.solewire.load;

import io.solewire.history.CaseFold;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.judge.Faults;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Connections of one user that have to be looked at together. Immutable.
 *
 * @param user what they did and saw, without marks that tell no more than which simulation it is: a
 *     marked connection is, for the rules of an ordinary one, no ordinary one any more
 * @param events the same as events, in order
 * @param settled names of those that were let go of and appear in no later window
 * @param rivalled names of those that met others, in an earlier window, that may have come after
 *     them: why they were ended cannot be seen here
 * @param marked the same with these marks, and with readers of the window before
 */
record Window(
    UserTraces user,
    List<Event> events,
    Set<String> settled,
    Set<String> rivalled,
    UserTraces marked) {

  private static final Set<String> MARKS = Set.of(Faults.NUMBERED, Faults.BURST);

  static Window of(
      String user,
      List<Event> events,
      Set<String> settled,
      Set<String> rivalled,
      List<Event> before) {
    UserTraces plain = traces(user, events.stream().filter(e -> !isMark(e)));
    UserTraces marked =
        events.stream().noneMatch(Window::isMark)
            ? plain
            : traces(user, Stream.concat(before.stream(), events.stream()));
    return new Window(plain, events, Set.copyOf(settled), Set.copyOf(rivalled), marked);
  }

  private static boolean isMark(Event event) {
    return event.kind() == EventKind.FAULT && MARKS.contains(event.detail().name());
  }

  private static UserTraces traces(String user, Stream<Event> events) {
    CaseFold fold = new CaseFold();
    events.forEach(fold::accept);
    return fold.users().stream()
        .filter(u -> u.user().equals(user))
        .findFirst()
        .orElseGet(() -> new UserTraces(user, List.of(), List.of(), 0));
  }

  /** When those asked of whom it cannot be seen here why they were ended. */
  LongStream rivals() {
    return user.traces().stream()
        .filter(t -> rivalled.contains(t.conn()))
        .mapToLong(Trace::requested);
  }

  /** The connections that are over. */
  Stream<Trace> over() {
    return user.traces().stream().filter(t -> settled.contains(t.conn()));
  }
}
