package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Starting and stopping. */
final class ReferenceServerTest {
  @Test
  void aPortThatIsTakenIsSaidToBe() throws Exception {
    try (ReferenceServer first = ReferenceServer.start(ServerConfig.builder().build())) {
      ServerConfig same = ServerConfig.builder().port(first.port()).build();
      ServerStartException e =
          assertThrows(ServerStartException.class, () -> ReferenceServer.start(same));
      assertEquals("port " + first.port() + " on 127.0.0.1 is taken", e.getMessage());
      ServerConfig nio = ServerConfig.builder().port(first.port()).nativeTransport(false).build();
      e = assertThrows(ServerStartException.class, () -> ReferenceServer.start(nio));
      assertEquals("port " + first.port() + " on 127.0.0.1 is taken", e.getMessage());
    }
  }

  @Test
  void anAddressThatIsNotOursIsSaidToBe() {
    ServerConfig elsewhere = ServerConfig.builder().host("192.0.2.1").build();
    ServerStartException e =
        assertThrows(ServerStartException.class, () -> ReferenceServer.start(elsewhere));
    assertTrue(e.getMessage().startsWith("cannot listen on 192.0.2.1:0: "), e.getMessage());
  }

  @Test
  void aHostThatDoesNotExistIsSaidNotTo() {
    for (boolean nativeTransport : new boolean[] {true, false}) {
      ServerConfig nowhere =
          ServerConfig.builder().host("host.invalid").nativeTransport(nativeTransport).build();
      ServerStartException e =
          assertThrows(ServerStartException.class, () -> ReferenceServer.start(nowhere));
      assertEquals("cannot listen on host.invalid:0: no such host", e.getMessage());
    }
  }

  @Test
  void stoppingTellsClientsThatTheServerGoesAway() throws Exception {
    ReferenceServer server = ReferenceServer.start(ServerConfig.builder().build());
    try (RawClient client = RawClient.open(server, "u")) {
      assertTimeout(Duration.ofSeconds(4), server::close);
      assertEquals(1001, ((Seen.Frame) client.next(Duel.WITHIN)).code());
      assertTrue(client.next(Duel.WITHIN) instanceof Seen.End);
    }
    assertTimeout(Duration.ofSeconds(1), server::close);
  }

  @Test
  void aShutdownMayPromiseToComeBackAndIsNeverAnEviction() throws Exception {
    ReferenceServer server =
        ReferenceServer.start(ServerConfig.builder().shutdownCode(1012).build());
    try (RawClient client = RawClient.open(server, "u")) {
      server.close();
      assertEquals(1012, client.closed());
    }
  }

  @Test
  void aPortIsFreeAgainAfterStopping() throws Exception {
    ReferenceServer first = ReferenceServer.start(ServerConfig.builder().build());
    RawClient client = RawClient.open(first, "u");
    first.close();
    client.close();
    try (ReferenceServer second =
        ReferenceServer.start(ServerConfig.builder().port(first.port()).build())) {
      assertEquals(first.port(), second.port());
    }
  }
}
