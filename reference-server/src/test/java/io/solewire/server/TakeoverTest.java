package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the honest server promises beyond the table of checks. */
final class TakeoverTest {
  private ReferenceServer server;
  private HttpProbe http;

  @BeforeEach
  void start() throws Exception {
    server = ReferenceServer.start(ServerConfig.builder().force(Duel.FORCE).build());
    http = new HttpProbe(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPeerThatNeverReadsIsCutAndHoldsUpNobody() throws Exception {
    try (RawClient stubborn = RawClient.narrow(server, "u")) {
      String large = "x".repeat(500_000);
      await().atMost(Duel.WITHIN.multipliedBy(4)).until(() -> http.publish("u", large) == 0);
      try (RawClient newer = RawClient.open(server, "u")) {
        assertTrue(newer.alive());
        await().atMost(Duel.FORCE.plusMillis(500)).until(() -> http.connections("u").size() == 1);
        assertEquals(1, http.publish("u", "for the newer one"));
        assertTrue(http.metric("solewire_evictions_total{kind=\"forced\"} 1.0"));
        assertTrue(http.metric("solewire_forced_closes_total 1.0"));
        assertEquals(new Seen.End(true), stubborn.end(Duel.WITHIN));
      }
    }
  }

  @Test
  void manyRacesLeaveExactlyOneEach() throws Exception {
    for (int round = 0; round < 25; round++) {
      assertEquals(1, Race.survivors(server, "racer" + round, 2 + round % 7), "round " + round);
    }
  }

  @Test
  void aChainOfTakeoversEndsWithTheLastOne() throws Exception {
    List<RawClient> chain = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      chain.add(RawClient.open(server, "u"));
    }
    RawClient last = chain.remove(chain.size() - 1);
    for (RawClient earlier : chain) {
      assertInstanceOf(Seen.Frame.class, earlier.next(Duel.WITHIN));
      earlier.close();
    }
    assertTrue(last.alive());
    await().atMost(Duel.WITHIN).until(() -> http.connections("u").size() == 1);
    assertTrue(http.metric("solewire_takeovers_total 99.0"));
    last.close();
  }

  @Test
  void whoeverHasSeenThe101GetsTheMessages() throws Exception {
    try (RawClient first = RawClient.open(server, "u")) {
      for (int i = 0; i < 100; i++) {
        try (RawClient newer = RawClient.open(server, "u")) {
          assertEquals(1, http.publish("u", "message " + i));
          Seen seen = newer.next(Duel.WITHIN);
          assertTrue(
              seen instanceof Seen.Frame frame && frame.text().equals("message " + i), "" + seen);
        }
      }
      assertEquals(RawClient.CLOSE, ((Seen.Frame) first.next(Duel.WITHIN)).opcode());
    }
  }

  @Test
  void whatAnEvictedClientSendsHasNoEffect() throws Exception {
    try (Duel duel = Duel.begin(server)) {
      Seen.Frame close = duel.evicted();
      duel.older().text("echo too late");
      duel.older().frame(RawClient.PING, new byte[0]);
      duel.older().frame(RawClient.CLOSE, close.payload());
      assertEquals(new Seen.End(false), duel.older().next(Duel.WITHIN));
    }
  }

  @Test
  void anOpenClientIsEchoed() throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      client.text("not this");
      client.frame(false, RawClient.TEXT, "echo in ".getBytes());
      client.frame(true, 0, "two".getBytes());
      assertEquals("echo in two", ((Seen.Frame) client.next(Duel.WITHIN)).text());
    }
  }

  @Test
  void theEndOfTheNewerOneLeavesTheUserOffline() throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      duel.newer().close();
      await().atMost(Duel.WITHIN).until(() -> http.connections("u1").size() <= 1);
      assertEquals(0, http.publish("u1", "anybody?"));
      assertInstanceOf(Seen.End.class, duel.older().end(Duel.FORCE.plusMillis(500)));
    }
  }

  @Test
  void aPeersOwnCloseIsEchoedAndEndsTcp() throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      byte[] bye = ByteBuffer.allocate(2).putShort((short) 3000).array();
      client.frame(RawClient.CLOSE, bye);
      assertArrayEquals(bye, ((Seen.Frame) client.next(Duel.WITHIN)).payload());
      assertEquals(new Seen.End(false), client.next(Duel.WITHIN));
    }
  }

  @Test
  void spellingsOfOneUserAreOneUserAndOthersAreNot() throws Exception {
    String[][] same = {{"A", "%41"}, {"a+b", "a%20b"}, {"%c3%a9", "%C3%A9"}, {"x;y", "x%3By"}};
    for (String[] pair : same) {
      try (RawClient older = RawClient.open(server, pair[0]);
          RawClient newer = RawClient.open(server, pair[1])) {
        assertInstanceOf(Seen.Frame.class, older.next(Duel.WITHIN), pair[1]);
        assertTrue(newer.alive());
      }
    }
    try (RawClient one = RawClient.open(server, "bob");
        RawClient other = RawClient.open(server, "Bob");
        RawClient third = RawClient.open(server, "bob%20")) {
      assertTrue(other.alive() && third.alive() && one.alive());
    }
  }

  @Test
  void protocolErrorsAreNamedByTheirCodes() throws Exception {
    assertEquals(1002, codeAfter(0x3, new byte[0]), "reserved opcode");
    assertEquals(1007, codeAfter(RawClient.TEXT, new byte[] {(byte) 0xC3, 0x28}), "not UTF-8");
    assertEquals(1002, codeAfter(RawClient.CLOSE, new byte[] {3}), "Close of one byte");
  }

  private int codeAfter(int opcode, byte[] payload) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      client.frame(opcode, payload);
      Seen.Frame close = (Seen.Frame) client.next(Duel.WITHIN);
      assertEquals(RawClient.CLOSE, close.opcode());
      assertInstanceOf(Seen.End.class, client.next(Duel.WITHIN));
      return close.code();
    }
  }

  @Test
  void theJdksClientSeesTheCode() throws Exception {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            code.complete(status);
            return null;
          }
        };
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(URI.create(server.webSocketUri() + "?user=u"), listener)
        .get(5, TimeUnit.SECONDS);
    try (RawClient newer = RawClient.open(server, "u")) {
      assertEquals(4409, code.get(2, TimeUnit.SECONDS));
      await().atMost(Duel.WITHIN).until(() -> http.connections("u").size() == 1);
      assertTrue(newer.alive());
    }
    assertTrue(http.metric("solewire_evictions_total{kind=\"echoed\"} 1.0"));
    assertFalse(http.metric("solewire_forced_closes_total 1.0"));
  }
}
