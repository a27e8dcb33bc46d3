package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.identity.Access;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What observers are shown (rules I1, I2, I3). */
final class PresenceTest {
  private static final String ONLINE = "{\"type\":\"online\",\"user\":\"u\"}";
  private static final String OFFLINE = "{\"type\":\"offline\",\"user\":\"u\"}";

  private ReferenceServer server;

  @BeforeEach
  void start() throws Exception {
    server = ReferenceServer.start(ServerConfig.builder().force(Duel.FORCE).build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTakeoverIsNotShownHoweverTheOlderOneEnds() throws Exception {
    try (RawClient observer = RawClient.at(server, "/presence");
        RawClient older = RawClient.open(server, "u")) {
      assertEquals(ONLINE, observer.said());
      RawClient newer = RawClient.open(server, "u");
      assertEquals(4409, older.closed());
      older.frame(RawClient.CLOSE, new byte[0]);
      HttpProbe http = new HttpProbe(server);
      await().atMost(Duel.WITHIN).until(() -> http.connections("u").size() == 1);
      assertInstanceOf(Seen.Nothing.class, observer.next(Duel.MOMENT), "after the echo");
      RawClient newest = RawClient.open(server, "u");
      newest.reset();
      assertEquals(OFFLINE, observer.said(), "nobody is left, whatever the older ones do");
      newer.close();
      assertInstanceOf(Seen.Nothing.class, observer.next(Duel.MOMENT), "a late end");
    }
  }

  @Test
  void comingAndGoingIsShownInItsOrder() throws Exception {
    try (RawClient observer = RawClient.at(server, "/presence")) {
      for (int i = 0; i < 100; i++) {
        RawClient.open(server, "u").close();
        assertEquals(ONLINE, observer.said(), "round " + i);
        assertEquals(OFFLINE, observer.said(), "round " + i);
      }
    }
  }

  @Test
  void anObserverThatDoesNotReadIsDroppedAndBlocksNobody() throws Exception {
    try (RawClient stubborn = RawClient.narrowAt(server, "/presence");
        RawClient observer = RawClient.at(server, "/presence")) {
      for (int i = 0; i < 20; i++) {
        String user = i + "x".repeat(500_000);
        try (RawClient client = RawClient.at(server, "/auth")) {
          client.text("{\"type\":\"auth\",\"user\":\"" + user + "\"}");
          assertTrue(client.said().startsWith("{\"type\":\"welcome\""));
        }
        assertTrue(observer.said().endsWith(user + "\"}"));
        assertTrue(observer.said().startsWith("{\"type\":\"offline\""));
      }
      assertEquals(new Seen.End(true), stubborn.end(Duel.FORCE.plusSeconds(1)));
      assertTrue(observer.alive());
    }
  }

  @Test
  void anObserverNeedsATokenWhereUsersDo() throws Exception {
    Access access = new Access(true, Optional.empty(), false);
    try (ReferenceServer guarded =
            ReferenceServer.start(ServerConfig.builder().access(access).build());
        RawClient observer = RawClient.at(guarded, "/presence?token=token-of-w")) {
      assertEquals(401, RawClient.status(guarded, "/presence"));
      assertEquals(401, RawClient.status(guarded, "/presence?token=guess"));
      assertEquals(403, RawClient.status(guarded, "/presence?user=v&token=token-of-w"));
      assertTrue(observer.alive());
    }
  }
}
