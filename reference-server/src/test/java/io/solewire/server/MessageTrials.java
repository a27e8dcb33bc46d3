package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.util.stream.Stream;

/** Faults of what is said to and by users (rules C4, F1-F6). */
final class MessageTrials {
  private static final String PING = "{\"type\":\"ping\",\"id\":\"p\"}";
  private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"topic\":\"t\"}";

  private MessageTrials() {}

  static Stream<Trial> all() {
    return Stream.of(
        Trial.of("serves-evicted", "too late", MessageTrials::sendsLate),
        Trial.of("serves-evicted", "pong", server -> asksLate(server, PING)),
        Trial.of("serves-evicted", "subscribed", server -> asksLate(server, SUBSCRIBE)),
        Trial.of("delivers-twice", "was: <frame 1 'hi'>", MessageTrials::once),
        Trial.of("delivers-twice", "was: <frame 1 '{\"type\":\"message\"", MessageTrials::toOnce),
        Trial.of("loses-on-switch", "was: <" + Trial.nothing(), MessageTrials::afterSwitch),
        Trial.of("deafens-newcomer", "was: <" + Trial.nothing(), MessageTrials::toTheNewer),
        Trial.of("reorders", "3, ", MessageTrials::inOrder),
        Trial.of("forgets-subscription", "\"delivered\":0", MessageTrials::subscribes),
        Trial.of("keeps-subscribers", Trial.nothing(), MessageTrials::takesOverSubscriber),
        Trial.of("answers-on-newest", "pong", MessageTrials::answered));
  }

  private static String to(String user, String text) {
    return "{\"to\":\"" + user + "\",\"text\":\"" + text + "\"}";
  }

  private static void sendsLate(ReferenceServer server) throws Exception {
    try (RawClient canary = RawClient.open(server, "v");
        Duel duel = Duel.begin(server).admitted()) {
      duel.evicted();
      duel.older().text(to("v", "too late"));
      assertEquals(Trial.nothing(), Trial.next(canary, Trial.LONG));
    }
  }

  private static void asksLate(ReferenceServer server, String text) throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      duel.evicted();
      duel.older().text(text);
      Seen seen = duel.older().next(RawClient.WITHIN);
      assertTrue(seen instanceof Seen.End, "an answer: " + seen);
    }
  }

  private static void once(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      assertEquals(1, new HttpProbe(server).publish("u", "hi"));
      assertEquals("hi", client.said());
      assertEquals(Trial.nothing(), Trial.next(client, Trial.LONG));
    }
  }

  private static void toOnce(ReferenceServer server) throws Exception {
    try (RawClient sender = RawClient.open(server, "u");
        RawClient client = RawClient.open(server, "v")) {
      sender.text(to("v", "hi"));
      client.said();
      assertEquals(Trial.nothing(), Trial.next(client, Trial.LONG));
    }
  }

  private static void afterSwitch(ReferenceServer server) throws Exception {
    try (RawClient sender = RawClient.open(server, "s")) {
      for (int round = 0; round < Trial.ROUNDS; round++) {
        String user = "u" + round;
        try (RawClient first = RawClient.open(server, user)) {
          sender.text(to(user, "to the first"));
          first.said();
          try (RawClient newer = RawClient.open(server, user)) {
            sender.text(to(user, "hi"));
            String message = "{\"type\":\"message\",\"from\":\"s\",\"text\":\"hi\"}";
            assertEquals("frame 1 '" + message + "'", Trial.next(newer, Trial.LONG));
          }
        }
      }
    }
  }

  private static void toTheNewer(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      assertEquals(1, new HttpProbe(server).publish(Duel.USER, "hi"));
      assertEquals("frame 1 'hi'", Trial.next(duel.newer(), Trial.LONG));
    }
  }

  private static void inOrder(ReferenceServer server) throws Exception {
    try (RawClient sender = RawClient.open(server, "s");
        RawClient receiver = RawClient.open(server, "u")) {
      for (int round = 0; round < Trial.ROUNDS; round++) {
        for (int n = 1; n <= 4; n++) {
          sender.text(to("u", String.valueOf(n)));
        }
        String seen = "";
        for (int n = 1; n <= 4; n++) {
          seen += receiver.said().replaceAll("\\D", "") + ", ";
        }
        assertEquals("1, 2, 3, 4, ", seen);
      }
    }
  }

  private static void subscribes(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      duel.newer().text(SUBSCRIBE);
      assertEquals("{\"type\":\"subscribed\",\"topic\":\"t\"}", duel.newer().said());
      HttpProbe http = new HttpProbe(server);
      assertEquals("{\"delivered\":1}", http.send("POST", "/topics/t/messages", "hi").body());
    }
  }

  private static void takesOverSubscriber(ReferenceServer server) throws Exception {
    try (RawClient older = RawClient.open(server, "u")) {
      older.text(SUBSCRIBE);
      older.said();
      try (RawClient newer = RawClient.open(server, "u")) {
        newer.text(PING);
        newer.said();
        Seen seen = older.next(Trial.LONG);
        assertTrue(seen instanceof Seen.Frame f && f.opcode() == RawClient.CLOSE, "" + seen);
      }
    }
  }

  private static void answered(ReferenceServer server) throws Exception {
    for (int round = 0; round < Trial.ROUNDS; round++) {
      try (RawClient older = RawClient.open(server, "u" + round)) {
        older.text(PING);
        try (RawClient newer = RawClient.open(server, "u" + round)) {
          assertEquals(Trial.nothing(), Trial.next(newer, Duel.MOMENT));
        }
      }
    }
  }
}
