package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.util.List;

/** What the honest server does and a fault undoes. Each needs a server of its own. */
enum Check {
  A1_THE_OLDER_ONE_IS_EVICTED(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          assertFalse(duel.seen() instanceof Seen.Nothing, "the older one is evicted in time");
        }
      }),
  A2_THE_NEWEST_SURVIVES(
      server -> {
        try (Duel duel = Duel.begin(server).echo().admitted()) {
          assertInstanceOf(Seen.Nothing.class, duel.newer().next(Duel.MOMENT));
          assertTrue(duel.newer().alive(), "the newer one answers a Ping");
        }
      }),
  A5_A_HANDSHAKE_THAT_IS_NOT_COMPLETE_EVICTS_NOBODY(
      server -> {
        for (String request : incomplete()) {
          try (RawClient older = RawClient.open(server, Duel.USER);
              RawClient newer = RawClient.tcp(server)) {
            newer.write(request);
            assertInstanceOf(Seen.Nothing.class, older.next(Duel.MOMENT), request);
            assertTrue(older.alive(), "the older one answers a Ping");
          }
        }
      }),
  B1_THE_SIGNAL_IS_A_CLOSE_FRAME(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          duel.evicted();
        }
      }),
  B2_THE_CODE_IS_LEGAL(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          assertEquals(4409, duel.evicted().code(), "Close code");
          assertEquals("superseded", duel.evicted().text().substring(2), "reason");
        }
      }),
  C1_NO_DATA_FOLLOWS_THE_CLOSE(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          duel.evicted();
          new HttpProbe(server).publish(Duel.USER, "for the newer one");
          Seen next = duel.older().next(Duel.WITHIN);
          assertFalse(next instanceof Seen.Frame, "after the Close frame: " + next);
        }
      }),
  C2_THE_ECHO_ENDS_TCP_AT_ONCE(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          duel.evicted();
          duel.echo();
          assertEquals(new Seen.End(false), duel.older().end(Duel.FORCE.dividedBy(2)));
        }
      }),
  C3_SILENCE_ENDS_WITHIN_FORCE(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          duel.evicted();
          assertInstanceOf(Seen.End.class, duel.older().end(Duel.FORCE.plusMillis(500)));
        }
      }),
  D1_A_RACE_LEAVES_EXACTLY_ONE(
      server -> {
        for (int round = 0; round < 8; round++) {
          assertEquals(1, Race.survivors(server, "racer" + round, 8), "survivors of 8");
        }
      }),
  D4_THE_ECHO_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE(
      server -> {
        try (Duel duel = Duel.begin(server).echo()) {
          duel.reachable();
        }
      }),
  D4_THE_FIN_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          duel.older().close();
          duel.reachable();
        }
      }),
  D4_THE_RST_OF_THE_OLDER_ONE_LEAVES_THE_NEWER_REACHABLE(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          duel.older().reset();
          duel.reachable();
        }
      }),
  E1_STRANGERS_ARE_LEFT_ALONE(
      server -> {
        try (RawClient stranger = RawClient.open(server, "u2");
            Duel duel = Duel.begin(server)) {
          duel.echo().admitted();
          assertInstanceOf(Seen.Nothing.class, stranger.next(Duel.MOMENT));
          assertTrue(stranger.alive(), "the stranger answers a Ping");
        }
      }),
  G1_A_SILENT_OLDER_ONE_BLOCKS_NOBODY(
      server -> {
        try (Duel duel = Duel.begin(server)) {
          duel.admitted();
        }
      });

  /** Fails with an AssertionError, or with an exception if the check itself went wrong. */
  interface Body {
    void run(ReferenceServer server) throws Exception;
  }

  private final Body body;

  Check(Body body) {
    this.body = body;
  }

  void run(ReferenceServer server) throws Exception {
    body.run(server);
  }

  private static List<String> incomplete() {
    String good = RawClient.request("/ws?user=" + Duel.USER);
    return List.of(
        good.replaceAll("Sec-WebSocket-Key[^\r]*\r\n", ""),
        good.replace("dGhl", "short"),
        good.replace("Version: 13", "Version: 8"),
        good.replace("Connection: Upgrade\r\n", ""),
        good.substring(0, good.length() - 2),
        good.substring(0, good.indexOf('\n') + 1));
  }
}
