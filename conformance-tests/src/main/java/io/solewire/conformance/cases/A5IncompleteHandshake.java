package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Conversation;
import io.solewire.wire.UpgradeRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A5: a handshake that does not complete evicts nobody. */
final class A5IncompleteHandshake {

  private static final Map<String, BiConsumer<Connection, UpgradeRequest>> ATTEMPTS =
      new LinkedHashMap<>();

  private static final String UNDECIDED = "upgraded, and silent before the deciding step";

  static {
    ATTEMPTS.put("TCP only", (attempt, request) -> {});
    ATTEMPTS.put("half a request", (attempt, request) -> attempt.wire().send(request.half()));
    ATTEMPTS.put(
        "a request without its last byte",
        (attempt, request) -> attempt.wire().send(request.withoutLastByte()));
    ATTEMPTS.put(
        "half a request, then FIN",
        (attempt, request) -> {
          attempt.wire().send(request.half());
          attempt.wire().finish();
        });
    ATTEMPTS.put(
        "half a request, then RST",
        (attempt, request) -> {
          attempt.wire().send(request.half());
          attempt.wire().reset();
        });
    ATTEMPTS.put(
        "no Sec-WebSocket-Key",
        (attempt, request) -> attempt.wire().send(request.withoutKey().bytes()));
    ATTEMPTS.put(
        "Sec-WebSocket-Version 99",
        (attempt, request) -> attempt.wire().send(request.withVersion("99").bytes()));
  }

  @ConformanceCase(
      id = "A5.handshake-never-completes",
      title = "beside a live connection of the user, handshakes begin and do not complete")
  void handshakeNeverCompletes(Stage stage) {
    Map<String, Connection> incumbents = new LinkedHashMap<>();
    ATTEMPTS.forEach(
        (kind, attempt) -> {
          String user = stage.newUser();
          incumbents.put(kind, stage.connect(user));
          stage.moment();
          Connection handshake = stage.guests().incomplete(user, kind);
          attempt.accept(handshake, stage.guests().request(handshake));
        });
    if (stage.profile().conversation().decides() > Conversation.UPGRADE) {
      String user = stage.newUser();
      incumbents.put(UNDECIDED, stage.connect(user));
      stage.moment();
      stage.guests().undecided(user, UNDECIDED).fault(Faults.UNDECIDED, null);
    }
    stage.quiet();
    incumbents.values().stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(incumbents.values());
  }
}
