package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * An admitted older connection, a newer one whose request is sent, and what the older one saw next.
 */
record Duel(ReferenceServer server, RawClient older, RawClient newer, Seen seen)
    implements AutoCloseable {

  /** Longer than a takeover takes, shorter than what the late faults are late by. */
  static final Duration WITHIN = Duration.ofMillis(2_500);

  /** For "and then nothing happens". */
  static final Duration MOMENT = Duration.ofMillis(150);

  /** What the servers are set to: a busy machine stood still for a second. */
  static final Duration FORCE = Duration.ofSeconds(2);

  /** How late the late faults are. */
  static final Duration LATE = Duration.ofSeconds(6);

  static final String USER = "u1";

  static Duel begin(ReferenceServer server) throws IOException {
    RawClient older = RawClient.open(server, USER);
    RawClient newer = RawClient.tcp(server);
    newer.write(RawClient.request("/ws?user=" + USER));
    return new Duel(server, older, newer, older.next(WITHIN));
  }

  /** The Close frame that the older one has seen. */
  Seen.Frame evicted() {
    assertTrue(
        seen instanceof Seen.Frame frame && frame.opcode() == RawClient.CLOSE,
        "the older one sees a Close frame first: " + seen);
    return (Seen.Frame) seen;
  }

  /** The older one echoes the Close it has seen, or begins a closing handshake of its own. */
  Duel echo() throws IOException {
    if (!(seen instanceof Seen.End)) {
      older.frame(RawClient.CLOSE, ByteBuffer.allocate(2).putShort((short) 1000).array());
    }
    return this;
  }

  Duel admitted() throws IOException {
    String head = newer.head();
    assertTrue(head.startsWith("HTTP/1.1 101"), "the newer one is admitted: '" + head + "'");
    return this;
  }

  /** The older one has ended; a message to the user reaches the newer one. */
  void reachable() throws Exception {
    HttpProbe http = new HttpProbe(server);
    admitted();
    await("end of the older one").atMost(WITHIN).until(() -> http.connections(USER).size() <= 1);
    assertEquals(1, http.publish(USER, "still here?"), "delivered");
    Seen message = newer.next(WITHIN);
    assertTrue(
        message instanceof Seen.Frame frame && frame.text().equals("still here?"),
        "the newer one gets the message: " + message);
  }

  @Override
  public void close() throws IOException {
    older.close();
    newer.close();
  }
}
