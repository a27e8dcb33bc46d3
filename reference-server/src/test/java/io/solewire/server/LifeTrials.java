package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.websocket.Liveness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults of presence, of ends and of what outlasts them (rules B6, D3, D5, D6, G4, I, J). */
final class LifeTrials {
  private static final String ON = "{\"type\":\"online\",\"user\":\"u1\"}";
  private static final String OFF = "{\"type\":\"offline\",\"user\":\"u1\"}";
  private static final int TAKEOVERS = 30;

  private LifeTrials() {}

  static Stream<Trial> all() {
    return Stream.of(
        Trial.of("epoch-falls", "a lower epoch", LifeTrials::epochRises),
        Trial.of("keeps-replaced", "was: <2>", LifeTrials::listsOnlyWhoIsThere),
        Trial.of("keeps-unanswered", "was: <2>", LifeTrials::listsNobodyWhoWasCutOff),
        Trial.of("stays-online", "was: <" + Trial.nothing(), LifeTrials::endIsShown),
        Trial.of("locks-out", "was: <>", LifeTrials::manyTakeovers),
        Trial.of("never-cuts-off", "was: <" + Trial.nothing(), LifeTrials::noEcho),
        new Trial("never-times-out", "was: <" + Trial.nothing(), LifeTrials::silentPeer),
        Trial.of("announces-offline-last", "was: <[on, off]>", LifeTrials::takeoverIsNotShown),
        Trial.of("flaps", "was: <[off, on]>", LifeTrials::takeoverIsNotShown),
        Trial.of("announces-twice", "was: <[off, off, on]>", LifeTrials::takeoverIsNotShown),
        new Trial("remembers-the-dead", "was: <409>", LifeTrials::comesBackAfterACrash),
        Trial.of("shuts-down-as-replaced", "was: <4409>", LifeTrials::stopped),
        new Trial("contradicts-notice", "1000 bye", LifeTrials::noticed),
        Trial.of("contradicts-notice", "was: <[{\"type\":\"superseded\"}", LifeTrials::unnoticed));
  }

  private static long epoch(ReferenceServer server, String target) throws Exception {
    try (RawClient client = RawClient.at(server, target)) {
      if (target.startsWith("/auth")) {
        client.text("{\"type\":\"auth\",\"user\":\"u\"}");
      }
      return Long.parseLong(client.said().replaceAll(".*\"epoch\":(\\d+).*", "$1"));
    }
  }

  private static void epochRises(ReferenceServer server) throws Exception {
    long last = 0;
    for (String target : List.of("/ws?user=u&greet=1", "/auth", "/ws?user=u&greet=1")) {
      long epoch = epoch(server, target);
      assertTrue(epoch > last, "a lower epoch: " + epoch + " after " + last);
      last = epoch;
    }
  }

  private static void endIsShown(ReferenceServer server) throws Exception {
    try (RawClient observer = RawClient.at(server, "/presence")) {
      try (Duel duel = Duel.begin(server).echo().admitted()) {
        assertEquals(ON, observer.said());
        assertTrue(duel.newer().alive(), "the newer one");
      }
      assertEquals("frame 1 '" + OFF + "'", Trial.next(observer, Trial.LONG));
    }
  }

  private static void manyTakeovers(ReferenceServer server) throws Exception {
    for (int i = 0; i <= TAKEOVERS; i++) {
      RawClient.open(server, "other").close();
    }
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i <= TAKEOVERS; i++) {
      clients.add(RawClient.open(server, "u"));
    }
    try (RawClient last = RawClient.tcp(server);
        RawClient canary = RawClient.open(server, "other")) {
      last.write(RawClient.request("/ws?user=u"));
      String head = last.head(Trial.LONG);
      assertTrue(canary.alive(), "another user is served");
      assertEquals("HTTP/1.1 101", head.substring(0, Math.min(12, head.length())));
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  private static void listsOnlyWhoIsThere(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server).echo().admitted()) {
      duel.older().end(Duel.FORCE);
      assertEquals(1, listed(server));
    }
  }

  private static void listsNobodyWhoWasCutOff(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      duel.evicted();
      duel.older().end(Duel.FORCE.plusMillis(500));
      assertEquals(1, listed(server));
    }
  }

  /** How many, once it is one, or has not become one for long. */
  private static int listed(ReferenceServer server) throws Exception {
    HttpProbe probe = new HttpProbe(server);
    String list = "/users/" + Duel.USER + "/connections";
    long end = System.nanoTime() + Duel.FORCE.toNanos();
    int listed = probe.json("GET", list, "").get("connections").size();
    while (listed > 1 && System.nanoTime() < end) {
      listed = probe.json("GET", list, "").get("connections").size();
    }
    return listed;
  }

  private static void noEcho(ReferenceServer server) throws Exception {
    try (Duel duel = Duel.begin(server)) {
      duel.evicted();
      String end = duel.older().end(Duel.FORCE.plusMillis(500)).toString();
      assertEquals(new Seen.End(true).toString(), end);
    }
  }

  private static void silentPeer(ServerConfig.Builder settings) throws Exception {
    Liveness idle = new Liveness(Optional.empty(), Optional.of(Duration.ofMillis(200)));
    try (ReferenceServer server = ReferenceServer.start(settings.liveness(idle).build());
        RawClient client = RawClient.open(server, "u")) {
      assertEquals("Close 4408", Trial.next(client, Trial.LONG));
    }
  }

  private static void takeoverIsNotShown(ReferenceServer server) throws Exception {
    try (RawClient observer = RawClient.at(server, "/presence");
        Duel duel = Duel.begin(server).echo().admitted()) {
      HttpProbe http = new HttpProbe(server);
      await().atMost(RawClient.WITHIN).until(() -> http.connections(Duel.USER).size() == 1);
      assertTrue(duel.newer().alive(), "the newer one");
      assertEquals(ON, observer.said());
      List<String> shown = new ArrayList<>();
      while (observer.next(Duel.MOMENT) instanceof Seen.Frame frame) {
        shown.add(frame.text().equals(ON) ? "on" : frame.text().equals(OFF) ? "off" : "?");
      }
      assertEquals(List.of(), shown);
    }
  }

  private static void comesBackAfterACrash(ServerConfig.Builder settings) throws Exception {
    int port;
    ReferenceServer first = ReferenceServer.start(settings.build());
    try (RawClient client = RawClient.open(first, "u");
        RawClient gone = RawClient.open(first, "gone")) {
      gone.reset();
      HttpProbe http = new HttpProbe(first);
      await().atMost(RawClient.WITHIN).until(() -> http.connections("gone").size() == 0);
      port = first.port();
      first.kill();
      assertTrue(client.next(RawClient.WITHIN) instanceof Seen.End, "no Close");
    }
    try (ReferenceServer second = ReferenceServer.start(settings.port(port).build())) {
      assertEquals(101, RawClient.status(second, "/ws?user=u"));
      assertEquals(101, RawClient.status(second, "/ws?user=gone"));
      assertEquals(101, RawClient.status(second, "/ws?user=new"));
    }
  }

  private static void stopped(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u");
        RawClient guest = RawClient.at(server, "/auth")) {
      server.close();
      assertEquals(1001, client.closed());
      assertEquals(1001, guest.closed());
    }
  }

  private static void noticed(ServerConfig.Builder settings) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(settings.notice(true).build())) {
      told(server, "{\"type\":\"superseded\"}", "4409 superseded");
    }
  }

  private static void unnoticed(ReferenceServer server) throws Exception {
    told(server, "4409 superseded");
  }

  /** All that the older one is told, before it is cut off. */
  private static void told(ReferenceServer server, String... expected) throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      List<String> told = new ArrayList<>();
      Seen seen = duel.seen();
      while (seen instanceof Seen.Frame frame) {
        boolean close = frame.opcode() == RawClient.CLOSE;
        told.add(close ? frame.code() + " " + frame.text().substring(2) : frame.text());
        seen = duel.older().next(Duel.MOMENT);
      }
      assertEquals(List.of(expected), told);
    }
  }
}
