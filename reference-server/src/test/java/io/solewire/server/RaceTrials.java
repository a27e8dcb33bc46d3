package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Faults that need a race, a chain, a crowd, or luck (rules A1, B1, B3, D1, D7, J3, L2). */
final class RaceTrials {

  /**
   * Of the faults that show in about one takeover of forty, the first four times are among these.
   */
  private static final int LINKS = 90;

  private static final int RACES = 20;
  private static final int RACERS = 8;
  private static final int CROWD = 60;

  private RaceTrials() {}

  static Stream<Trial> all() {
    return Stream.of(
        Trial.of("rarely-evicts", "was: <" + Trial.nothing(), RaceTrials::chain),
        Trial.of("rarely-resets", "was: <End[reset=true]>", RaceTrials::chain),
        Trial.of("wrong-code-in-a-race", "was: <Close 4133>", RaceTrials::chain),
        Trial.of("lags-in-a-chain", "was: <" + Trial.nothing(), RaceTrials::chain),
        Trial.of("narrow-two-winners", "survivors of 8", RaceTrials::races),
        Trial.of("kills-each-other", "was: <0>", RaceTrials::races),
        Trial.of("refuses-herd", "was: <409>", RaceTrials::everybodyReturns),
        Trial.of("kicks-itself", "was: <Close 4409>", RaceTrials::alone),
        Trial.of("duel-kicks-strangers", "was: <End[reset=false]>", RaceTrials::stranger));
  }

  private static void alone(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      assertEquals(Trial.nothing(), Trial.next(client, Trial.LONG));
    }
  }

  /** One takeover after the other; each older one is told, the last one is not. */
  private static void chain(ReferenceServer server) throws Exception {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < LINKS; i++) {
        clients.add(RawClient.open(server, "u"));
      }
      for (RawClient older : clients.subList(0, LINKS - 1)) {
        assertEquals("Close 4409", Trial.next(older, Trial.LONG));
      }
    } finally {
      closeAll(clients);
    }
  }

  private static void races(ReferenceServer server) throws Exception {
    for (int round = 0; round < RACES; round++) {
      assertEquals(1, Race.survivors(server, "racer" + round, RACERS), "survivors of " + RACERS);
    }
  }

  private static void everybodyReturns(ReferenceServer server) throws Exception {
    HttpProbe http = new HttpProbe(server);
    for (int i = 0; i < CROWD; i++) {
      RawClient.open(server, "u" + i).close();
    }
    for (int i = 0; i < CROWD; i++) {
      String user = "u" + i;
      await().atMost(RawClient.WITHIN).until(() -> http.connections(user).isEmpty());
    }
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CROWD; i++) {
        RawClient client = RawClient.tcp(server);
        clients.add(client);
        client.write(RawClient.request("/ws?user=u" + i));
      }
      for (RawClient client : clients) {
        assertEquals("101", client.head().substring(9, 12));
      }
    } finally {
      closeAll(clients);
    }
  }

  private static void stranger(ReferenceServer server) throws Exception {
    try (RawClient stranger = RawClient.open(server, "stranger")) {
      chain(server);
      assertEquals(Trial.nothing(), Trial.next(stranger, Duel.MOMENT));
    }
  }

  private static void closeAll(List<RawClient> clients) throws Exception {
    for (RawClient client : clients) {
      client.close();
    }
  }
}
