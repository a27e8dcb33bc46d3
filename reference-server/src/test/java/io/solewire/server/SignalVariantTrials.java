package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.identity.Access;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What who is told, and how frames and TCP come and go, in the variants that differ in it. */
final class SignalVariantTrials {
  private SignalVariantTrials() {}

  static Stream<Difference> all() {
    return Stream.of(
        Difference.of("gives-notice", SignalVariantTrials::noticed),
        Difference.of("closes-as-policy", server -> closed(server, "Close 1008", 32)),
        Difference.of("closes-without-reason", server -> closed(server, "Close 3504", 2)),
        Difference.of("closes-by-two-codes", SignalVariantTrials::twoCodes),
        Difference.of("ends-by-fin", SignalVariantTrials::fin),
        Difference.of("ends-second-login", SignalVariantTrials::secondLogin),
        new Difference("refuses-after-upgrade", SignalVariantTrials::wrongToken),
        Difference.of("restarts", SignalVariantTrials::stopped),
        Difference.of("hangs-up", SignalVariantTrials::noEcho),
        Difference.of("lets-the-peer-end", SignalVariantTrials::echoAndWait),
        Difference.of("resets-after-close", SignalVariantTrials::echoAndReset),
        Difference.of("hangs-up-on-malformed", SignalVariantTrials::malformed),
        Difference.of("pings-often", server -> first(server, "frame 9 ''")),
        Difference.of("fragments-messages", SignalVariantTrials::fragments),
        Difference.of("answers-last-ping", SignalVariantTrials::twoPings));
  }

  private static void noticed(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      assertEquals("frame 1 '{\"type\":\"superseded\"}'", duel.seen().toString());
      assertEquals(4409, duel.older().closed());
    }
  }

  private static void closed(ReferenceServer server, String how, int length) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      assertEquals(how, duel.evicted().toString());
      assertEquals(length, duel.evicted().payload().length);
    }
  }

  private static void twoCodes(ReferenceServer server) throws Exception {
    Set<Integer> codes = new TreeSet<>();
    try (RawClient first = RawClient.open(server, "u");
        RawClient second = RawClient.open(server, "u");
        RawClient third = RawClient.open(server, "u")) {
      codes.add(first.closed());
      codes.add(second.closed());
      assertInstanceOf(Seen.Nothing.class, third.next(Duel.MOMENT));
    }
    assertEquals(Set.of(4001, 4409), codes);
  }

  private static void fin(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      assertEquals(new Seen.End(false), duel.seen());
    }
  }

  private static void secondLogin(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      client.text("{\"type\":\"auth\",\"user\":\"u\"}");
      assertEquals("Close 4005", Trial.next(client, RawClient.WITHIN));
    }
  }

  private static void wrongToken(ServerConfig.Builder settings) throws Exception {
    Access access = new Access(true, Optional.empty(), false);
    try (ReferenceServer server = ReferenceServer.start(settings.access(access).build());
        RawClient client = RawClient.at(server, "/ws?user=v&token=guess")) {
      assertEquals(4401, client.closed());
    }
  }

  private static void stopped(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      server.close();
      assertEquals(1012, client.closed());
    }
  }

  private static void noEcho(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      duel.evicted();
      assertEquals(new Seen.End(false), duel.older().next(Duel.FORCE.dividedBy(4)));
    }
  }

  private static void echoAndWait(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      duel.evicted();
      duel.echo();
      assertEquals(Trial.nothing(), Trial.next(duel.older(), Duel.MOMENT));
      assertEquals(new Seen.End(false), duel.older().next(Duel.FORCE.dividedBy(2)));
    }
  }

  private static void echoAndReset(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      duel.evicted();
      duel.echo();
      assertEquals(new Seen.End(true), duel.older().next(Duel.FORCE.dividedBy(2)));
    }
  }

  private static void malformed(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.tcp(server)) {
      client.write(RawClient.request("/ws?user=u").replace("Version: 13", "Version: 99"));
      assertEquals("", client.head());
    }
  }

  private static void first(ReferenceServer server, String frame) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      assertEquals(frame, Trial.next(client, Duel.WITHIN));
    }
  }

  private static void fragments(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      assertEquals(1, new HttpProbe(server).publish("u", "in parts"));
      assertEquals("frame 1 'in'", Trial.next(client, RawClient.WITHIN));
      assertEquals("frame 0 ' p'", Trial.next(client, RawClient.WITHIN));
      assertEquals("frame 0 'arts'", Trial.next(client, RawClient.WITHIN));
    }
  }

  private static void twoPings(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      String pong = "";
      for (int round = 0; round < Trial.ROUNDS && !pong.equals("frame 10 'b'"); round++) {
        client.frame(RawClient.PING, "a".getBytes());
        client.frame(RawClient.PING, "b".getBytes());
        pong = Trial.next(client, RawClient.WITHIN);
        while (client.next(Duel.MOMENT) instanceof Seen.Frame) {}
      }
      assertEquals("frame 10 'b'", pong);
    }
  }
}
