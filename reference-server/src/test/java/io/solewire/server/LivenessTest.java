package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.websocket.Liveness;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pings of the server, and peers that fall silent (rule G4). */
final class LivenessTest {
  private static final Optional<Duration> OFTEN = Optional.of(Duration.ofMillis(50));
  private static final Optional<Duration> IDLE = Optional.of(Duration.ofSeconds(1));
  private static final Optional<Duration> NEVER = Optional.empty();

  private static ReferenceServer server(Optional<Duration> ping, Optional<Duration> idle)
      throws Exception {
    return ReferenceServer.start(
        ServerConfig.builder().force(Duel.FORCE).liveness(new Liveness(ping, idle)).build());
  }

  /** What is seen after a few seconds of pings at most. */
  private static Seen afterPings(RawClient client) throws Exception {
    Seen seen = client.next(RawClient.WITHIN);
    for (int i = 0; i < 100 && seen instanceof Seen.Frame f && f.opcode() == RawClient.PING; i++) {
      seen = client.next(RawClient.WITHIN);
    }
    return seen;
  }

  @Test
  void theServerPingsAgainAndAgain() throws Exception {
    try (ReferenceServer server = server(OFTEN, NEVER);
        RawClient client = RawClient.open(server, "u")) {
      for (int i = 0; i < 3; i++) {
        Seen seen = client.next(RawClient.WITHIN);
        assertTrue(seen instanceof Seen.Frame f && f.opcode() == RawClient.PING, "" + seen);
      }
    }
  }

  @Test
  void anEvictedConnectionIsNotPinged() throws Exception {
    try (ReferenceServer server = server(OFTEN, NEVER);
        RawClient older = RawClient.open(server, "u");
        RawClient newer = RawClient.open(server, "u")) {
      assertEquals(4409, ((Seen.Frame) afterPings(older)).code());
      assertInstanceOf(Seen.End.class, older.next(Duel.FORCE.plusMillis(500)));
      assertInstanceOf(Seen.Frame.class, newer.next(RawClient.WITHIN));
    }
  }

  @Test
  void aSilentPeerIsToldAndThenCut() throws Exception {
    try (ReferenceServer server = server(OFTEN, IDLE);
        RawClient client = RawClient.open(server, "u")) {
      assertEquals(4408, ((Seen.Frame) afterPings(client)).code());
      assertInstanceOf(Seen.End.class, client.end(Duel.FORCE));
    }
  }

  @Test
  void whoeverSaysAnythingStays() throws Exception {
    try (ReferenceServer server = server(NEVER, IDLE);
        RawClient client = RawClient.open(server, "u")) {
      for (int i = 0; i < 8; i++) { // together longer than the idle time
        assertInstanceOf(Seen.Nothing.class, client.next(Duration.ofMillis(200)), "round " + i);
        client.frame(RawClient.PONG, new byte[0]);
      }
      assertEquals(4408, client.closed());
    }
  }

  @Test
  void byDefaultSilenceIsNoReason() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(ServerConfig.builder().build());
        RawClient client = RawClient.open(server, "u")) {
      assertInstanceOf(Seen.Nothing.class, client.next(IDLE.get().plusMillis(500)));
    }
  }
}
