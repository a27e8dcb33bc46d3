package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How newcomers get in, and who goes, in the variants in which that differs. */
final class VariantTrials {
  private static final int ROUNDS = 40;

  private VariantTrials() {}

  static Stream<Difference> all() {
    return Stream.of(
        Difference.of("closes-before-it-admits", VariantTrials::noAnswerYet),
        Difference.of("evicts-unhurriedly", VariantTrials::bothForAWhile),
        Difference.of("admits-out-of-order", VariantTrials::laterOneFirst),
        Difference.of("registers-late", VariantTrials::oneIsRegistered),
        Difference.of("greets-in-one-segment", VariantTrials::oneRead),
        Difference.of("damps-duels", VariantTrials::manyTakeovers),
        Difference.of("refuses-newcomers", server -> refusesBeyond(server, 1)),
        Difference.of("refuses-the-fourth", server -> refusesBeyond(server, 3)),
        Difference.of("keeps-three", VariantTrials::theFourthOne));
  }

  private static void noAnswerYet(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      duel.evicted();
      assertEquals("", duel.newer().head(Duel.MOMENT));
      assertTrue(duel.newer().head().startsWith("HTTP/1.1 101"));
    }
  }

  /** By chance a Ping may be answered before a Close that is asked for already. */
  private static void bothForAWhile(ReferenceServer server) throws Exception {
    int both = 0;
    for (int round = 0; round < Trial.ROUNDS; round++) {
      try (RawClient older = RawClient.open(server, "u" + round);
          RawClient newer = RawClient.open(server, "u" + round)) {
        both += newer.alive() && older.alive() ? 1 : 0;
      }
    }
    assertTrue(2 * both > Trial.ROUNDS, "rounds in which both answered: " + both);
  }

  /**
   * The place is the first one's before the second one asks. The first one's 20 ms may pass until
   * that is known; so it is asked for in the shortest way, and up to 400 times.
   */
  private static void laterOneFirst(ReferenceServer server) throws Exception {
    int round = 0;
    while (round < 10 * ROUNDS && !overtakes(server, "u" + round)) {
      round++;
    }
    assertTrue(round < 10 * ROUNDS, "the second one was welcomed first in none of " + round);
  }

  private static boolean overtakes(ReferenceServer server, String user) throws Exception {
    try (RawClient first = RawClient.tcp(server);
        RawClient second = RawClient.tcp(server)) {
      first.write(RawClient.request("/ws?user=" + user));
      await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofNanos(1))
          .atMost(Duel.WITHIN)
          .until(() -> !connections(server, user).endsWith("{\"connections\":[]}"));
      second.write(RawClient.request("/ws?user=" + user));
      second.head();
      return first.head(Duration.ofMillis(1)).isEmpty();
    }
  }

  private static String connections(ReferenceServer server, String user) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String get = "GET /users/" + user + "/connections HTTP/1.1\r\nHost: localhost\r\n";
      String request = get + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static void oneIsRegistered(ReferenceServer server) throws Exception {
    HttpProbe http = new HttpProbe(server);
    int fewest = 2;
    for (int round = 0; round < ROUNDS; round++) {
      String user = "u" + round;
      try (RawClient older = RawClient.open(server, user)) {
        await().atMost(Duel.WITHIN).until(() -> http.connections(user).size() == 1);
        try (RawClient newer = RawClient.open(server, user)) {
          fewest = Math.min(fewest, http.connections(user).size());
          assertTrue(newer.alive(), "it is answered once it is registered");
          assertEquals(4409, older.closed());
        }
      }
    }
    assertEquals(1, fewest, "connections that the server knows right after the second 101");
  }

  private static void oneRead(ReferenceServer server) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      try (Socket socket = new Socket("127.0.0.1", server.port())) {
        String request = RawClient.request("/ws?greet=1&user=u" + round);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        byte[] bytes = new byte[4096];
        int length = socket.getInputStream().read(bytes);
        String read = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        assertTrue(read.contains("HTTP/1.1 101") && read.contains("welcome"), read);
      }
    }
  }

  private static void manyTakeovers(ReferenceServer server) throws Exception {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 22; i++) {
        clients.add(RawClient.open(server, "u"));
      }
      assertEquals(409, RawClient.status(server, "/ws?user=u"));
      assertTrue(clients.get(clients.size() - 1).alive(), "the last one let in");
      await().atMost(Duel.WITHIN).until(() -> RawClient.status(server, "/ws?user=u") == 101);
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  private static void refusesBeyond(ReferenceServer server, int max) throws Exception {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < max; i++) {
        clients.add(RawClient.open(server, "u"));
      }
      assertEquals(409, RawClient.status(server, "/ws?user=u"));
      for (RawClient client : clients) {
        assertTrue(client.alive());
      }
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  private static void theFourthOne(ReferenceServer server) throws Exception {
    try (RawClient first = RawClient.open(server, "u");
        RawClient second = RawClient.open(server, "u");
        RawClient third = RawClient.open(server, "u")) {
      assertInstanceOf(Seen.Nothing.class, first.next(Duel.MOMENT));
      try (RawClient fourth = RawClient.open(server, "u")) {
        assertEquals(4409, first.closed());
        assertTrue(second.alive() && third.alive() && fourth.alive());
      }
    }
  }
}
