package io.solewire.server;

import io.solewire.server.RawClient.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** k connections of one user that come at once, and echo when they are evicted. */
final class Race {
  private final ReferenceServer server;
  private final String user;
  private final CyclicBarrier start;
  private final CountDownLatch answered;
  private final CountDownLatch settled = new CountDownLatch(1);

  private Race(ReferenceServer server, String user, int contenders) {
    this.server = server;
    this.user = user;
    this.start = new CyclicBarrier(contenders);
    this.answered = new CountDownLatch(contenders);
  }

  /** How many of k are alive once all is quiet, or after {@link Duel#WITHIN}. */
  static int survivors(ReferenceServer server, String user, int k) throws Exception {
    Race race = new Race(server, user, k);
    ExecutorService threads = Executors.newFixedThreadPool(k);
    try {
      List<Future<Boolean>> contenders = new ArrayList<>();
      for (int i = 0; i < k; i++) {
        contenders.add(threads.submit(race::contend));
      }
      race.awaitQuiet();
      int alive = 0;
      for (Future<Boolean> contender : contenders) {
        alive += contender.get(10, TimeUnit.SECONDS) ? 1 : 0;
      }
      return alive;
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean contend() throws Exception {
    try (RawClient client = RawClient.tcp(server)) {
      start.await(5, TimeUnit.SECONDS);
      client.write(RawClient.request("/ws?user=" + user));
      client.head();
      answered.countDown();
      while (settled.getCount() > 0) {
        Seen seen = client.next(Duration.ofMillis(20));
        if (seen instanceof Seen.Frame close && close.opcode() == RawClient.CLOSE) {
          client.frame(RawClient.CLOSE, close.payload());
          return false;
        } else if (seen instanceof Seen.End) {
          return false;
        }
      }
      return client.alive();
    }
  }

  /** All have been let in, and one is left, says the server; the contenders check that. */
  private void awaitQuiet() {
    HttpProbe http = new HttpProbe(server);
    try {
      Awaitility.await()
          .pollDelay(Duration.ofMillis(30))
          .pollInterval(Duration.ofMillis(10))
          .atMost(Duel.WITHIN)
          .until(() -> answered.getCount() == 0 && http.connections(user).size() == 1);
    } catch (ConditionTimeoutException expected) {
      // It is for the caller to say how many there should be.
    } finally {
      settled.countDown();
    }
  }
}
