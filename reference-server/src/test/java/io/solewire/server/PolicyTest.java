package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.registry.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than one connection per user, and newcomers that are refused. */
final class PolicyTest {
  private static final int CONTENDERS = 50;

  private static ReferenceServer server(String kind, int max) throws Exception {
    Policy policy = new Policy(Policy.kind(kind), max);
    return ReferenceServer.start(ServerConfig.builder().policy(policy).force(Duel.FORCE).build());
  }

  @Test
  void aNewcomerTooManyIsToldConflictAndTouchesNobody() throws Exception {
    try (ReferenceServer server = server("refuse-newcomer", 2);
        RawClient first = RawClient.open(server, "u");
        RawClient second = RawClient.open(server, "u");
        RawClient other = RawClient.open(server, "v")) {
      assertEquals(409, RawClient.status(server, "/ws?user=u"));
      assertInstanceOf(Seen.Nothing.class, first.next(Duel.MOMENT));
      assertTrue(first.alive() && second.alive() && other.alive());
      assertEquals(2, new HttpProbe(server).publish("u", "to both"));
      assertEquals("to both", first.said());
      assertEquals("to both", second.said());
    }
  }

  @Test
  void aPlaceIsFreeAsSoonAsTheServerHasClosed() throws Exception {
    try (ReferenceServer server = server("refuse-newcomer", 1)) {
      for (int i = 0; i < 50; i++) {
        RawClient client = RawClient.open(server, "u");
        client.frame(RawClient.CLOSE, new byte[0]);
        assertEquals(1005, client.closed());
        try (RawClient next = RawClient.open(server, "u")) {
          next.frame(RawClient.CLOSE, new byte[0]);
          assertEquals(1005, next.closed());
        }
        client.close();
      }
    }
  }

  @Test
  void aSuperfluousLoginByMessageIsRefusedWithACodeThatIsNotTheEvictions() throws Exception {
    try (ReferenceServer server = server("refuse-newcomer", 1);
        RawClient first = RawClient.open(server, "u");
        RawClient second = RawClient.at(server, "/auth")) {
      second.text("{\"type\":\"auth\",\"user\":\"u\"}");
      assertEquals(4009, second.closed());
      assertTrue(first.alive());
    }
  }

  @Test
  void whereSeveralAreAllowedTheOldestGoes() throws Exception {
    try (ReferenceServer server = server("newest-wins", 3)) {
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        clients.add(RawClient.open(server, "u"));
        assertTrue(clients.get(i).alive());
      }
      for (int i = 0; i < 6; i++) {
        if (i < 3) {
          assertEquals(4409, clients.get(i).closed(), "number " + i);
        } else {
          assertTrue(clients.get(i).alive(), "number " + i);
        }
      }
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void oneThatIsGoingAnywayMakesRoomBeforeTheOldest() throws Exception {
    try (ReferenceServer server = server("newest-wins", 2);
        RawClient oldest = RawClient.open(server, "u");
        RawClient kicked = RawClient.open(server, "u")) {
      String id = new HttpProbe(server).connections("u").get(1).get("id").asText();
      var report = new HttpProbe(server).sendAsync("DELETE", "/users/u/connections/" + id);
      assertEquals(4410, kicked.closed());
      try (RawClient newer = RawClient.open(server, "u")) {
        assertTrue(newer.alive() && oldest.alive());
      }
      report.join();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1, 3})
  void ofFiftyAtOnceExactlyAsManyAsAllowedAreLetIn(int max) throws Exception {
    try (ReferenceServer server = server("refuse-newcomer", max)) {
      for (int round = 0; round < 4; round++) {
        List<String> heads = race(server, "racer" + round, max);
        assertEquals(max, heads.stream().filter(h -> h.startsWith("HTTP/1.1 101")).count());
        assertEquals(
            CONTENDERS - max, heads.stream().filter(h -> h.startsWith("HTTP/1.1 409")).count());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1, 3})
  void ofFiftyAtOnceExactlyAsManyAsAllowedStay(int max) throws Exception {
    try (ReferenceServer server = server("newest-wins", max)) {
      for (int round = 0; round < 4; round++) {
        List<String> heads = race(server, "racer" + round, max);
        assertEquals(CONTENDERS, heads.stream().filter(h -> h.startsWith("HTTP/1.1 101")).count());
      }
    }
  }

  /** The heads that fifty contenders read; those that stay are as many as may stay. */
  private static List<String> race(ReferenceServer server, String user, int max) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONTENDERS);
    CyclicBarrier start = new CyclicBarrier(CONTENDERS);
    List<RawClient> clients = new ArrayList<>();
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < CONTENDERS; i++) {
        RawClient client = RawClient.tcp(server);
        clients.add(client);
        answers.add(threads.submit(() -> contend(client, start, user)));
      }
      List<String> heads = new ArrayList<>();
      for (Future<String> answer : answers) {
        heads.add(answer.get(10, TimeUnit.SECONDS));
      }
      HttpProbe http = new HttpProbe(server);
      await().atMost(Duel.WITHIN).until(() -> http.open(user) == max);
      long alive = 0;
      for (int i = 0; i < CONTENDERS; i++) {
        alive += heads.get(i).startsWith("HTTP/1.1 101") && clients.get(i).alive() ? 1 : 0;
      }
      assertEquals(max, alive, "alive");
      return heads;
    } finally {
      threads.shutdownNow();
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  private static String contend(RawClient client, CyclicBarrier start, String user)
      throws Exception {
    start.await(5, TimeUnit.SECONDS);
    client.write(RawClient.request("/ws?user=" + user));
    return client.head();
  }
}
