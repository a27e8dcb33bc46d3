package io.solewire.history;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Folds the events of one case into its users' traces. Not thread-safe. The live script and the
 * offline check fold the same way, so they conclude the same.
 */
public final class CaseFold {

  private final Map<String, User> users = new LinkedHashMap<>();

  private static final class User {
    private final String name;
    private final Map<String, Trace> traces = new LinkedHashMap<>();
    private final List<UserTraces.Published> published = new ArrayList<>();
    private long end;

    User(String name) {
      this.name = name;
    }

    UserTraces traces() {
      return new UserTraces(name, List.copyOf(traces.values()), published, end);
    }
  }

  /**
   * Takes in the next event.
   *
   * @param event any event of the case
   */
  public void accept(Event event) {
    if (event.user().isEmpty()) {
      if (event.kind() == EventKind.CASE_END) {
        users.values().forEach(user -> user.end = Math.max(user.end, event.t()));
      }
      return;
    }
    User user = users.computeIfAbsent(event.user(), User::new);
    user.end = Math.max(user.end, event.t());
    if (event.kind() == EventKind.PUBLISHED) {
      Detail d = event.detail();
      long answered = event.t() + (d.took() == null ? 0 : d.took());
      user.published.add(
          new UserTraces.Published(event.t(), answered, d.id(), d.status(), d.text()));
    } else if (!event.conn().isEmpty()) {
      trace(user, event.conn()).accept(event);
    }
  }

  /**
   * The trace of one connection, made if need be.
   *
   * @param user the user
   * @param conn the connection
   * @return its trace, still being folded
   */
  public Trace trace(String user, String conn) {
    return trace(users.computeIfAbsent(user, User::new), conn);
  }

  private static Trace trace(User user, String conn) {
    return user.traces.computeIfAbsent(conn, name -> new Trace(user.name, name));
  }

  /**
   * What was folded so far.
   *
   * @return by user, in the order of appearance
   */
  public List<UserTraces> users() {
    return users.values().stream().map(User::traces).toList();
  }

  /**
   * Hands on what was folded, user by user, and forgets it.
   *
   * @param judge is handed each user, in the order of appearance
   */
  public void drain(Consumer<UserTraces> judge) {
    Iterator<User> all = users.values().iterator();
    while (all.hasNext()) {
      UserTraces traces = all.next().traces();
      all.remove();
      judge.accept(traces);
    }
  }
}
