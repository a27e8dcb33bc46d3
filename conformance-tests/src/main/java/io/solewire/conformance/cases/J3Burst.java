package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** J3: everybody reconnects at once, and the rule holds for each. */
final class J3Burst {

  private static final int AT_ONCE = 8;

  /** Every so many users come back with two devices. */
  private static final int TWO_DEVICES = 5;

  private static final int ATTEMPTS = 3;

  @ConformanceCase(
      id = "J3.everybody-returns",
      title = "all users are disconnected and return in one burst, some with two devices")
  void everybodyReturns(Stage stage) {
    int most = Math.max(1, stage.room() / 3);
    List<String> users = new ArrayList<>();
    for (int i = 0; i < Math.min(most, stage.users(stage.budget().pick(50, 500))); i++) {
      users.add(stage.newUser());
    }
    users.forEach(stage::connect);
    users.forEach(stage::leave);
    List<String> devices = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      devices.add(users.get(i));
      if (i % TWO_DEVICES == 0) {
        devices.add(users.get(i));
      }
    }
    Duration bound = stage.profile().evicted().forceWithSlack();
    for (int i = 0; i < ATTEMPTS && !devices.isEmpty(); i++) {
      List<Connection> back = new ArrayList<>();
      List<String> now = devices;
      stage.alone(() -> back.addAll(burst(stage, now)));
      stage.awaitAll(back, Connection::isDecided, bound);
      devices = back.stream().filter(J3Burst::isPushedBack).map(Connection::user).toList();
      if (!devices.isEmpty()) {
        stage.linger(Duration.ofMillis(500));
      }
    }
    stage.settle(users);
  }

  private static List<Connection> burst(Stage stage, List<String> devices) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Connection>> opening = new ArrayList<>();
      for (String user : devices) {
        opening.add(threads.submit(() -> stage.open(user, WirePlan.PLAIN)));
      }
      List<Connection> open = new ArrayList<>();
      for (Future<Connection> one : opening) {
        Connection connection = one.get();
        connection.fault(Faults.BURST, null);
        open.add(connection);
      }
      return open;
    } catch (ExecutionException e) {
      throw new CannotGoOnException("a user could not return: " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted in the burst");
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isPushedBack(Connection connection) {
    Integer status = connection.see(Trace::refusal).status();
    Integer code = connection.see(t -> t.ending().close().code());
    return status != null && (status == 429 || status == 503) || code != null && code == 1013;
  }
}
