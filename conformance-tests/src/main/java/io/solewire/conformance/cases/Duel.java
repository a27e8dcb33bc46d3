package io.solewire.conformance.cases;

import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.record.CaseInterruptedException;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients of one user that return whenever they are evicted, bounded, and strangers. */
final class Duel {

  private static final Duration BETWEEN_PROBES = Duration.ofMillis(20);

  private static final Duration AFTER_REFUSAL = Duration.ofMillis(100);

  /** Of so few connects a duel has at least to consist. */
  private static final int FEWEST = 80;

  private static final long LAST_ROUND = Duration.ofMillis(300).toNanos();

  private static final long PATIENCE = Duration.ofSeconds(7).toNanos();

  private final Stage stage;
  private final String user;
  private final long end;
  private final int most;
  private final AtomicInteger left;
  private final int duellists;

  private Duel(Stage stage, String user, int duellists) {
    this.duellists = duellists;
    this.stage = stage;
    this.user = user;
    this.end = System.nanoTime() + Duration.ofSeconds(stage.budget().pick(3, 30)).toNanos();
    this.most = stage.budget().pick(400, 4000);
    this.left = new AtomicInteger(most);
  }

  /**
   * Lets clients of one user duel before strangers.
   *
   * @return that user
   */
  static String beforeStrangers(Stage stage, int duellists) {
    String user = stage.newUser();
    List<Connection> canaries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      canaries.add(stage.canary(stage.newUser()));
    }
    stage.moment();
    canaries.forEach(canary -> canary.fault(Faults.DUEL, user));
    new Duel(stage, user, Math.min(duellists, Math.max(2, stage.room() / 4))).fight(canaries);
    return user;
  }

  private void fight(List<Connection> canaries) {
    List<Thread> fighting = IntStream.rangeClosed(1, duellists).mapToObj(this::duellist).toList();
    try {
      while (fighting.stream().anyMatch(Thread::isAlive)) {
        canaries.stream().filter(Connection::isOpen).forEach(Connection::probe);
        stage.awaitAnswers(canaries);
        stage.awaitAll(canaries, c -> false, BETWEEN_PROBES);
      }
    } finally {
      left.set(0);
      fighting.forEach(Thread::interrupt);
    }
  }

  private Thread duellist(int number) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (goesOn()) {
                  comeAndGo();
                }
              } catch (CannotGoOnException | CaseInterruptedException e) {
                // what came before is in the history, and what it means is the judges' business
              }
            },
            "duellist-" + number);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Until time is up, but not before there were some rounds, unless it takes far too long. */
  private boolean goesOn() {
    int before = left.getAndDecrement();
    long now = System.nanoTime();
    boolean few = most - before < FEWEST && now < end + PATIENCE;
    return before > 0 && (now < end || few);
  }

  private void comeAndGo() {
    Connection connection = stage.open(user, WirePlan.PLAIN);
    connection.await(t -> !t.ending().open() || t.refused() < Long.MAX_VALUE, remaining());
    boolean refused = connection.is(t -> t.refused() < Long.MAX_VALUE);
    stage.release(connection);
    if (refused) {
      connection.await(t -> false, AFTER_REFUSAL);
    }
  }

  private Duration remaining() {
    return Duration.ofNanos(Math.max(LAST_ROUND, end - System.nanoTime()));
  }
}
