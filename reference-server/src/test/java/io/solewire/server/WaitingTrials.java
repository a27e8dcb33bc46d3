package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.websocket.Liveness;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults of who waits for whom, and for how long (rules A3, A6, B1, C2, C5, G2, G3). */
final class WaitingTrials {
  private static final byte[] NORMAL = ByteBuffer.allocate(2).putShort((short) 1000).array();
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration TICK = IDLE.dividedBy(10);

  private WaitingTrials() {}

  static Stream<Trial> all() {
    return Stream.of(
        Trial.of("refuses-while-present", "was: <409>", WaitingTrials::secondOne),
        Trial.of("takes-over-in-turn", "was: <>", WaitingTrials::besideASilentOne),
        new Trial("waits-long-for-echo", "was: <>", WaitingTrials::afterASilentOne),
        Trial.of("stalls-on-full-buffer", "Nothing", WaitingTrials::fullBuffer),
        Trial.of("finishes-message-first", "was: <End[reset=false]>", WaitingTrials::halfMessage),
        Trial.of("waits-for-fin", "was: <" + Trial.nothing(), WaitingTrials::echoed),
        new Trial("times-out-newcomer", "was: <End[", WaitingTrials::busyNewcomer),
        Trial.of("late-leave", "was: <End[reset=false]>", WaitingTrials::leavesAndReturns));
  }

  private static void secondOne(ReferenceServer server) throws Exception {
    try (RawClient older = RawClient.open(server, "u")) {
      assertEquals(101, RawClient.status(server, "/ws?user=u"));
      assertEquals(4409, older.closed());
    }
  }

  private static void besideASilentOne(ReferenceServer server) throws Exception {
    try (Duel silent = Duel.begin(server).admitted();
        RawClient older = RawClient.open(server, "v");
        RawClient newer = RawClient.tcp(server)) {
      newer.write(RawClient.request("/ws?user=v"));
      assertEquals("HTTP/1.1 101", beginning(newer.head(Duel.FORCE.dividedBy(2))));
      assertEquals(4409, silent.evicted().code());
      assertEquals(4409, older.closed());
    }
  }

  private static void afterASilentOne(ServerConfig.Builder settings) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(settings.faultDelay(Duel.LATE).build());
        Duel duel = Duel.begin(server)) {
      assertEquals("HTTP/1.1 101", beginning(duel.newer().head(Duel.FORCE)));
    }
  }

  private static String beginning(String head) {
    return head.substring(0, Math.min("HTTP/1.1 101".length(), head.length()));
  }

  private static void fullBuffer(ReferenceServer server) throws Exception {
    try (RawClient deaf = RawClient.narrow(server, "u")) {
      HttpProbe http = new HttpProbe(server);
      String large = "x".repeat(500_000);
      await().atMost(Duel.WITHIN.multipliedBy(4)).until(() -> http.publish("u", large) == 0);
      try (RawClient newer = RawClient.open(server, "u")) {
        assertEquals(1, http.publish("u", "for the newer one"));
        assertEquals("for the newer one", newer.said());
        assertInstanceOf(Seen.End.class, deaf.end(Duel.FORCE.multipliedBy(2)));
      }
    }
  }

  private static void halfMessage(ReferenceServer server) throws Exception {
    try (RawClient older = RawClient.open(server, "u")) {
      older.frame(false, RawClient.TEXT, "echo the begin".getBytes());
      older.frame(RawClient.PING, new byte[0]);
      assertEquals("frame 10 ''", Trial.next(older, Trial.LONG));
      try (RawClient newer = RawClient.open(server, "u")) {
        assertEquals("Close 4409", Trial.next(older, RawClient.WITHIN));
        assertEquals(Trial.nothing(), Trial.next(newer, Duel.MOMENT));
      }
    }
  }

  private static void echoed(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      duel.evicted();
      duel.echo();
      assertEquals(new Seen.End(false), duel.older().end(Duel.FORCE.plusMillis(500)));
    }
  }

  private static void busyNewcomer(ServerConfig.Builder settings) throws Exception {
    Liveness idle = new Liveness(Optional.empty(), Optional.of(IDLE));
    try (ReferenceServer server = ReferenceServer.start(settings.liveness(idle).build());
        RawClient older = RawClient.open(server, "u");
        RawClient newer = RawClient.open(server, "u")) {
      assertEquals(4409, older.closed());
      for (int i = 0; i < 20; i++) { // together longer than the idle time
        assertEquals(Trial.nothing(), Trial.next(newer, TICK));
        newer.frame(RawClient.PONG, new byte[0]);
      }
    }
  }

  private static void leavesAndReturns(ReferenceServer server) throws Exception {
    for (int round = 0; round < Trial.ROUNDS; round++) {
      try (RawClient older = RawClient.open(server, "u" + round)) {
        older.frame(RawClient.CLOSE, NORMAL);
        assertEquals(1000, older.closed());
        try (RawClient newer = RawClient.open(server, "u" + round)) {
          assertEquals(Trial.nothing(), Trial.next(newer, Duel.MOMENT));
        }
      }
    }
  }
}
