package io.solewire.conformance.stage;

import io.solewire.judge.Faults;
import io.solewire.profile.Conversation;
import io.solewire.profile.Profile;
import io.solewire.profile.Step;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Concurrent connects of one user, made to meet on purpose. Stateless. */
public final class Racing {

  private static final Duration HELD_WITHIN = Duration.ofSeconds(5);

  private Racing() {}

  /**
   * Starts so many connects at once, each on its own thread.
   *
   * @return the user that raced
   */
  public static String barrier(Stage stage, int racers) {
    String user = stage.newUser();
    CyclicBarrier start = new CyclicBarrier(racers);
    List<Thread> threads = new ArrayList<>();
    List<RuntimeException> problems = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < racers; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await(HELD_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                  stage.open(user, WirePlan.PLAIN).fault(Faults.RACE, "barrier");
                } catch (RuntimeException e) {
                  problems.add(e);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                  problems.add(new CannotGoOnException("the racers did not meet: " + e));
                }
              },
              "racer-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    threads.forEach(Racing::join);
    if (!problems.isEmpty()) {
      throw problems.get(0);
    }
    return user;
  }

  private static void join(Thread thread) {
    try {
      thread.join(HELD_WITHIN.toMillis() * 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while racing");
    }
  }

  /**
   * Brings so many connects to the last byte of the step at which the server decides, then releases
   * these bytes one after the other.
   *
   * @param offsetMicros microseconds between two releases
   * @return the user that raced
   */
  public static String lastByte(Stage stage, int racers, int offsetMicros) {
    String user = stage.newUser();
    WirePlan plan = WirePlan.PLAIN.holding(decidingFrame(stage.profile()));
    List<Connection> held = new ArrayList<>();
    for (int i = 0; i < racers; i++) {
      Connection connection = stage.open(user, plan);
      connection.fault(Faults.RACE, "last byte, " + offsetMicros + " us");
      held.add(connection);
    }
    held.forEach(Racing::awaitHeld);
    long start = System.nanoTime();
    for (int i = 0; i < racers; i++) {
      spinUntil(start + i * offsetMicros * 1_000L);
      held.get(i).wire().release();
    }
    return user;
  }

  /** Brings a connect to the last byte of the step at which the server decides. */
  public static Connection held(Stage stage, String user) {
    Connection connection =
        stage.open(user, WirePlan.PLAIN.holding(decidingFrame(stage.profile())));
    awaitHeld(connection);
    return connection;
  }

  /**
   * Releases a held connect, and does something else so much later, or before.
   *
   * @param offsetMicros microseconds from the release to the other thing; negative if it comes
   *     first
   */
  public static void cross(Connection held, Runnable other, int offsetMicros) {
    Runnable release = () -> held.wire().release();
    long start = System.nanoTime();
    (offsetMicros < 0 ? other : release).run();
    spinUntil(start + Math.abs(offsetMicros) * 1_000L);
    (offsetMicros < 0 ? release : other).run();
  }

  private static void spinUntil(long at) {
    while (System.nanoTime() < at) {
      Thread.onSpinWait();
    }
  }

  private static void awaitHeld(Connection connection) {
    try {
      if (!connection.wire().awaitHeld(HELD_WITHIN)) {
        throw new CannotGoOnException(
            connection.name() + " did not come to the deciding step within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while racing");
    }
  }

  /** The deciding step as the Wire counts: 0 the request, n the n-th data frame of the client. */
  private static int decidingFrame(Profile profile) {
    Conversation conversation = profile.conversation();
    return (int)
        conversation.steps().stream()
            .limit(conversation.decides())
            .filter(Step.Send.class::isInstance)
            .count();
  }
}
