package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.solewire.server.RawClient.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The welcome and its epoch (rule D3). */
final class GreetingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReferenceServer server;

  @BeforeEach
  void start() throws Exception {
    server = ReferenceServer.start(ServerConfig.builder().force(Duel.FORCE).build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RawClient greeted() throws Exception {
    return RawClient.at(server, "/ws?user=u&greet=1");
  }

  private static long epoch(RawClient client) throws Exception {
    return JSON.readTree(client.said()).get("epoch").asLong();
  }

  @Test
  void whoeverAsksIsGreetedWithWhatTheApiShows() throws Exception {
    try (RawClient client = greeted()) {
      JsonNode welcome = JSON.readTree(client.said());
      assertEquals("welcome", welcome.get("type").asText());
      assertEquals("u", welcome.get("user").asText());
      assertTrue(welcome.get("epoch").asLong() > 0, welcome.toString());
      String id = new HttpProbe(server).connections("u").get(0).get("id").asText();
      assertEquals(id, welcome.get("connection").asText());
      assertTrue(client.alive(), "nothing else follows");
    }
  }

  @Test
  void whoeverDoesNotAskIsNotGreeted() throws Exception {
    try (RawClient client = RawClient.at(server, "/ws?user=u&greet=0")) {
      assertInstanceOf(Seen.Nothing.class, client.next(Duel.MOMENT));
    }
  }

  @Test
  void theEpochRisesAlsoAfterTheUserWasOffline() throws Exception {
    long last = 0;
    for (int i = 0; i < 20; i++) {
      try (RawClient client = greeted()) {
        long epoch = epoch(client);
        assertTrue(epoch > last, epoch + " after " + last);
        last = epoch;
      }
    }
  }

  @Test
  void theSurvivorOfARaceHasTheGreatestEpoch() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        race(threads);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void race(ExecutorService threads) throws Exception {
    List<Callable<RawClient>> connects = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      connects.add(this::greeted);
    }
    List<RawClient> clients = new ArrayList<>();
    for (Future<RawClient> connected : threads.invokeAll(connects, 10, TimeUnit.SECONDS)) {
      clients.add(connected.get());
    }
    long greatest = 0;
    RawClient newest = null;
    List<RawClient> losers = new ArrayList<>();
    for (RawClient client : clients) {
      Seen.Frame first = (Seen.Frame) client.next(RawClient.WITHIN);
      if (first.opcode() != RawClient.TEXT) { // evicted before it could be greeted
        continue;
      }
      long epoch = JSON.readTree(first.text()).get("epoch").asLong();
      losers.add(epoch > greatest ? newest : client);
      newest = epoch > greatest ? client : newest;
      greatest = Math.max(greatest, epoch);
    }
    losers.remove(null);
    for (RawClient loser : losers) {
      assertEquals(4409, loser.closed());
    }
    assertTrue(newest.alive());
    for (RawClient client : clients) {
      client.close();
    }
  }
}
