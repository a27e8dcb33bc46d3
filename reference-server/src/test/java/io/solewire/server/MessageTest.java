package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients say to the server, to topics, and to one another. */
final class MessageTest {
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

  private static String to(String user, String text) {
    return "{\"to\":\"" + user + "\",\"text\":\"" + text + "\"}";
  }

  private static String from(String user, String text) {
    return "{\"type\":\"message\",\"from\":\"" + user + "\",\"text\":\"" + text + "\"}";
  }

  @Test
  void aPingIsAnsweredWithItsId() throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      client.text("{\"type\":\"ping\",\"id\":\"x \\\"1\\\"\"}");
      assertEquals("{\"type\":\"pong\",\"id\":\"x \\\"1\\\"\"}", client.said());
      client.text("{\"type\":\"ping\",\"id\":7}");
      assertEquals("{\"type\":\"pong\",\"id\":7}", client.said());
    }
  }

  @Test
  void whatIsNoMessageIsIgnored() throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      for (String text : new String[] {"{", "{}", "[]", "{\"type\":\"ping\"}", "{\"to\":\"u\"}"}) {
        client.text(text);
      }
      client.text("{\"type\":\"subscribe\",\"topic\":5}");
      assertTrue(client.alive());
    }
  }

  @Test
  void aTopicReachesItsSubscribersOnly() throws Exception {
    try (RawClient subscriber = RawClient.open(server, "u");
        RawClient other = RawClient.open(server, "v")) {
      assertEquals("{\"delivered\":0}", http.send("POST", "/topics/t/messages", "early").body());
      subscriber.text("{\"type\":\"subscribe\",\"topic\":\"t\"}");
      assertEquals("{\"type\":\"subscribed\",\"topic\":\"t\"}", subscriber.said());
      subscriber.text("{\"type\":\"subscribe\",\"topic\":\"t\"}");
      assertEquals("{\"type\":\"subscribed\",\"topic\":\"t\"}", subscriber.said());
      assertEquals("{\"delivered\":1}", http.send("POST", "/topics/t/messages", "hi").body());
      assertEquals("{\"type\":\"message\",\"topic\":\"t\",\"text\":\"hi\"}", subscriber.said());
      assertTrue(other.alive() && subscriber.alive(), "and nothing else");
    }
  }

  @Test
  void aSubscriptionEndsWithItsConnectionAndTheNewcomerMakesItsOwn() throws Exception {
    try (RawClient older = RawClient.open(server, "u")) {
      older.text("{\"type\":\"subscribe\",\"topic\":\"t\"}");
      older.said();
      try (RawClient newer = RawClient.open(server, "u")) {
        assertEquals(4409, older.closed());
        assertEquals("{\"delivered\":0}", http.send("POST", "/topics/t/messages", "hi").body());
        newer.text("{\"type\":\"subscribe\",\"topic\":\"t\"}");
        newer.said();
        assertEquals("{\"delivered\":1}", http.send("POST", "/topics/t/messages", "hi").body());
        assertTrue(newer.said().endsWith("\"hi\"}"));
      }
    }
  }

  @Test
  void aMessageToAUserReachesItsLiveConnection() throws Exception {
    try (RawClient sender = RawClient.open(server, "u");
        RawClient older = RawClient.open(server, "v");
        RawClient newer = RawClient.open(server, "v")) {
      assertEquals(4409, older.closed());
      sender.text(to("nobody", "lost"));
      sender.text(to("v", "hi"));
      assertEquals(from("u", "hi"), newer.said());
      assertInstanceOf(Seen.Nothing.class, older.next(Duel.MOMENT));
    }
  }

  @Test
  void whatAnEvictedClientSaysReachesNobody() throws Exception {
    try (RawClient canary = RawClient.open(server, "v");
        Duel duel = Duel.begin(server).admitted()) {
      duel.evicted();
      duel.older().text(to("v", "too late"));
      duel.older().text("{\"type\":\"ping\",\"id\":\"late\"}");
      duel.older().text("{\"type\":\"subscribe\",\"topic\":\"t\"}");
      assertInstanceOf(Seen.Nothing.class, canary.next(Duel.MOMENT));
      assertInstanceOf(Seen.End.class, duel.older().next(Duel.FORCE.plusMillis(500)));
      assertTrue(duel.newer().alive(), "no answer on the newer one (F6)");
      duel.newer().text(to("v", "in time"));
      assertEquals(from(Duel.USER, "in time"), canary.said());
    }
  }

  @Test
  void messagesKeepTheirOrderThroughTakeoversOfTheReceiver() throws Exception {
    try (RawClient sender = RawClient.open(server, "u")) {
      for (int round = 0; round < 20; round++) {
        String user = "v" + round;
        try (RawClient older = RawClient.open(server, user);
            RawClient newer = RawClient.tcp(server)) {
          newer.write(RawClient.request("/ws?user=" + user));
          for (int n = 0; n < 50; n++) {
            sender.text(to(user, String.valueOf(100 + n)));
          }
          assertTrue(newer.head().startsWith("HTTP/1.1 101"));
          sender.text(to(user, "last"));
          inOrder(newer);
          assertTrue(older.closedAfterTexts(), "the older one is told");
        }
      }
    }
  }

  private static void inOrder(RawClient newer) throws Exception {
    String before = "";
    String text;
    do {
      text = newer.said();
      assertTrue(text.compareTo(before) > 0, text + " after " + before);
      before = text;
    } while (!text.contains("last"));
  }

  @Test
  void subscriptionsLeaveNothingBehind() throws Exception {
    for (int i = 0; i < 10; i++) {
      try (RawClient client = RawClient.open(server, "u")) {
        client.text("{\"type\":\"subscribe\",\"topic\":\"t\"}");
        assertTrue(client.said().contains("subscribed"));
      }
    }
    await().atMost(Duel.WITHIN).until(() -> http.connections("u").size() == 0);
    assertEquals("{\"delivered\":0}", http.send("POST", "/topics/t/messages", "hi").body());
  }
}
