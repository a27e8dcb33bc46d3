package io.solewire.conformance.stage;

import io.solewire.history.Role;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import io.solewire.record.Recorder;
import io.solewire.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The connections of one case: numbered by user, within the profile's limits. Thread-safe. */
final class Connections {

  private final Pause pause;
  private final Gate gate;
  private final Turns turns = new Turns();
  private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();
  private final List<Connection> open = new CopyOnWriteArrayList<>();

  Connections(Pause pause, Gate gate) {
    this.pause = pause;
    this.gate = gate;
  }

  /** The same, of a user's variables, to the node whose turn it is. */
  Connection add(Profile profile, String user, Role role, String note, Variables variables) {
    return add(profile, user, role, note, call(profile, user, variables));
  }

  /** To the node whose turn it is. */
  Call call(Profile profile, String user, Variables variables) {
    return call(profile, user, variables, UnaryOperator.identity());
  }

  /** The same, with the id spelled differently in the URL. */
  Call call(Profile profile, String user, Variables variables, UnaryOperator<String> spelling) {
    int node = turns.next(user, profile.endpoint().nodes());
    return Call.of(profile, variables, spelling, node);
  }

  /**
   * A connection that has not been opened yet, under the user that it belongs to in the history.
   */
  Connection add(Profile profile, String user, Role role, String note, Call call) {
    gate.enter();
    int number = numbers.computeIfAbsent(user, u -> new AtomicInteger()).incrementAndGet();
    String name = (role == Role.OBSERVER ? "o" : "c") + number;
    Connection connection =
        new Connection(profile, pause, new Recorder.Who(user, name, role, note), call);
    open.add(connection);
    return connection;
  }

  List<Connection> of(String user) {
    return open.stream().filter(c -> c.user().equals(user)).toList();
  }

  List<Connection> subjectsOf(String user) {
    return of(user).stream().filter(c -> c.role() == Role.SUBJECT).toList();
  }

  void release(Connection connection) {
    if (open.remove(connection)) {
      connection.abandon();
      gate.leave();
    }
  }

  void releaseAll() {
    open.forEach(this::release);
  }
}
