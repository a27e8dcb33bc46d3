package io.solewire.conformance.stage;

import io.solewire.history.Role;
import io.solewire.profile.Profile;
import io.solewire.record.CaseRecord;
import io.solewire.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections of one case: numbered by user, within the profile's limits. Thread-safe. */
final class Connections {

  private final CaseRecord record;
  private final Gate gate;
  private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();
  private final List<Connection> open = new CopyOnWriteArrayList<>();

  Connections(CaseRecord record, Gate gate) {
    this.record = record;
    this.gate = gate;
  }

  /**
   * A connection that has not been opened yet, under the user that it belongs to in the history.
   */
  Connection add(Profile profile, String user, Role role, String note, Call call) {
    gate.enter();
    int number = numbers.computeIfAbsent(user, u -> new AtomicInteger()).incrementAndGet();
    String name = (role == Role.OBSERVER ? "o" : "c") + number;
    Connection connection =
        new Connection(profile, record, Connection.who(user, name, role, note), call);
    open.add(connection);
    return connection;
  }

  List<Connection> of(String user) {
    return open.stream().filter(c -> c.user().equals(user)).toList();
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
