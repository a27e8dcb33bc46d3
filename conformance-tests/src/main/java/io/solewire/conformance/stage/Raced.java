package io.solewire.conformance.stage;

import io.solewire.conformance.race.Act;
import io.solewire.conformance.race.Move;
import io.solewire.conformance.race.Schedule;
import io.solewire.judge.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who raced in one round. Thread-safe. */
public final class Raced {

  private final Schedule schedule;
  private final String label;
  private final Map<Character, String> users;
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();
  private final Set<String> marked = new HashSet<>();
  private final AtomicReference<RuntimeException> problem = new AtomicReference<>();

  Raced(Stage stage, Schedule schedule) {
    this.schedule = schedule;
    this.label = "#" + stage.rounds().next() + " " + schedule.text();
    this.users =
        schedule.users().stream()
            .collect(Collectors.toMap(Function.identity(), u -> stage.newUser()));
  }

  /** What was played. */
  public Schedule schedule() {
    return schedule;
  }

  /** The users that raced. */
  public List<String> users() {
    return List.copyOf(users.values());
  }

  /** Those whose life in the race began with this, in the order of the schedule. */
  public List<Connection> that(Act began) {
    return schedule.moves().stream()
        .filter(move -> move.act() == began)
        .map(this::connection)
        .toList();
  }

  String user(Move move) {
    return users.get(move.user());
  }

  void put(Move move, Connection connection) {
    connections.put(move.who(), connection);
  }

  Connection connection(Move move) {
    return connections.get(move.who());
  }

  void failed(RuntimeException why) {
    problem.compareAndSet(null, why);
  }

  Optional<RuntimeException> problem() {
    return Optional.ofNullable(problem.get());
  }

  /** Says in the history, once for each user, in which race its connections are. */
  void mark() {
    for (Move move : schedule.moves()) {
      Connection connection = connections.get(move.who());
      if (connection != null && marked.add(connection.user())) {
        connection.fault(Faults.SCHEDULE, label);
      }
    }
  }
}
