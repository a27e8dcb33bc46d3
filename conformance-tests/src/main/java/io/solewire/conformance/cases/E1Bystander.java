package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** E1: a takeover of one user never touches a connection of another. */
final class E1Bystander {

  /** Longer than what a short column or key keeps of an id. */
  private static final int LONG = 80;

  @ConformanceCase(
      id = "E1.strangers-during-takeovers",
      title = "other users, some with look-alike names, while one is taken over again and again")
  void strangersDuringTakeovers(Stage stage) {
    String user = stage.newUser();
    List<Connection> canaries = new ArrayList<>();
    canaries.add(stage.canary(stage.newUser()));
    canaries.add(stage.canary(stage.newUser()));
    for (String alike : List.of(user + "a", user + "-", "a" + user)) {
      beside(stage, alike).ifPresent(canaries::add);
    }
    String longId = user + "-" + "x".repeat(LONG);
    Optional<Connection> longAlike = beside(stage, longId + "a");
    longAlike.ifPresent(canaries::add);
    stage.moment();
    canaries.forEach(canary -> canary.fault(Faults.TAKEOVERS, user));
    int undamped =
        stage.profile().policy().damper().map(d -> d.after() - 1).orElse(Integer.MAX_VALUE);
    int rounds = Math.max(2, Math.min(Takeovers.rounds(stage, 5), undamped));
    List<Connection> older = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      older.add(stage.connect(user));
      older.stream().filter(Connection::isReleased).forEach(stage::release);
      canaries.stream().filter(Connection::isOpen).forEach(Connection::probe);
    }
    if (longAlike.isPresent()) {
      Optional<Connection> other = beside(stage, longId + "b");
      stage.moment();
      other.ifPresent(canary -> canary.fault(Faults.TAKEOVERS, user));
      other.ifPresent(canaries::add);
    }
    stage.quiet();
    if (stage.publisher().works()) {
      canaries.forEach(canary -> stage.publisher().publish(canary.user()));
      canaries.forEach(canary -> canary.awaitMessages(Waited.ARRIVAL));
    }
    canaries.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(canaries);
  }

  /** A server may be strict about the form of its ids; the history holds the refusal. */
  private static Optional<Connection> beside(Stage stage, String alike) {
    try {
      return Optional.of(stage.canary(alike));
    } catch (CannotGoOnException ignored) {
      return Optional.empty();
    }
  }
}
