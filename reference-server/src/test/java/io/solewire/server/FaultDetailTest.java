package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What else can be seen of a fault, beyond the check that it fails. */
final class FaultDetailTest {
  private static ServerConfig.Builder with(String fault) {
    return ServerConfig.builder().force(Duel.FORCE).fault(fault);
  }

  @Test
  void removesByUserHidesTheNewcomerFromTheNextOne() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(with("removes-by-user").build());
        Duel duel = Duel.begin(server).echo().admitted()) {
      HttpProbe http = new HttpProbe(server);
      await().atMost(Duel.WITHIN).until(() -> http.connections(Duel.USER).size() == 1);
      assertEquals(0, http.publish(Duel.USER, "to nobody"));
      try (RawClient third = RawClient.open(server, Duel.USER)) {
        assertInstanceOf(Seen.Nothing.class, duel.newer().next(Duel.MOMENT));
        assertTrue(duel.newer().alive() && third.alive(), "two live connections");
      }
    }
  }

  @Test
  void killsBothTellsTheNewcomerTheSame() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(with("kills-both").build());
        Duel duel = Duel.begin(server).admitted()) {
      assertEquals(4409, duel.evicted().code());
      assertEquals(4409, ((Seen.Frame) duel.newer().next(Duel.WITHIN)).code());
    }
  }

  @Test
  void reservedCloseCodeSends1006() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(with("reserved-close-code").build());
        Duel duel = Duel.begin(server)) {
      assertEquals(1006, duel.evicted().code());
    }
  }

  @Test
  void dropsWithoutCloseEndsTcpWithFin() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(with("drops-without-close").build());
        Duel duel = Duel.begin(server)) {
      assertEquals(new Seen.End(false), duel.seen());
    }
  }

  @Test
  void evictsLateEvictsInTheEndAndServesUntilThen() throws Exception {
    ServerConfig late = with("evicts-late").faultDelay(Duration.ofMillis(3_200)).build();
    try (ReferenceServer server = ReferenceServer.start(late);
        Duel duel = Duel.begin(server).admitted()) {
      assertInstanceOf(Seen.Nothing.class, duel.seen());
      Seen close = duel.older().next(Duel.WITHIN);
      assertEquals(4409, ((Seen.Frame) close).code());
    }
  }

  @Test
  void waitsForEchoLetsTheNewcomerInWhenTheOlderOneHasEnded() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(with("waits-for-echo").build());
        Duel duel = Duel.begin(server)) {
      assertInstanceOf(Seen.Nothing.class, duel.newer().next(Duel.MOMENT), "no 101 yet");
      duel.echo().reachable();
    }
  }

  @Test
  void dataAfterCloseTalksOn() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(with("data-after-close").build());
        Duel duel = Duel.begin(server)) {
      duel.evicted();
      assertEquals(RawClient.TEXT, ((Seen.Frame) duel.older().next(Duel.WITHIN)).opcode());
    }
  }

  @Test
  void twoWinnersMeetInTheirWindowTwoAtATime() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(with("two-winners").build())) {
      int both = 0;
      for (int round = 0; round < 5; round++) {
        both += Race.survivors(server, "pair" + round, 2) == 2 ? 1 : 0;
      }
      assertTrue(both >= 1, "rounds of 5 that left both: " + both);
    }
  }
}
