package io.solewire.conformance.stage;

import io.solewire.conformance.race.Act;
import io.solewire.conformance.race.Move;
import io.solewire.conformance.race.Schedule;
import io.solewire.history.Trace;
import io.solewire.profile.Conversation;
import io.solewire.profile.Profile;
import io.solewire.profile.Step;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Plays one round of a race: its moves are made at their instants. For one round and thread. */
public final class Racing {

  private static final Duration HELD_WITHIN = Duration.ofSeconds(5);
  private static final Duration SAID_WITHIN = Duration.ofMillis(500);
  private static final int NORMAL = 1000;
  private static final int FLOOD = 100;

  private final Stage stage;
  private final Schedule schedule;
  private final Map<Act, String> marks;
  private final Raced raced;
  private final CountDownLatch begin = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private volatile long start;

  private Racing(Stage stage, Schedule schedule, Map<Act, String> marks) {
    this.stage = stage;
    this.schedule = schedule;
    this.marks = marks;
    this.raced = new Raced(stage, schedule);
  }

  /**
   * Plays it on fresh users.
   *
   * @param marks by which fault a judge knows the connections that do something
   * @return who raced; some may not be decided yet
   * @throws CannotGoOnException if a connection did not come to where its race begins
   */
  public static Raced play(Stage stage, Schedule schedule, Map<Act, String> marks) {
    Racing racing = new Racing(stage, schedule, marks);
    try {
      racing.prepare();
      racing.race();
      return racing.raced;
    } finally {
      racing.threads.forEach(Thread::interrupt); // those that still wait, if it was broken off
    }
  }

  private void prepare() {
    for (Move move : schedule.moves()) {
      switch (move.act()) {
        case THERE -> raced.put(move, stage.connect(raced.user(move)));
        case HALF -> half(move);
        case CONNECT -> raced.put(move, stage.open(raced.user(move), held(stage.profile())));
        case START -> start(move);
        case FLOOD -> thread(move, this::flood);
        default -> {
          // has its instant
        }
      }
    }
    schedule.moves().stream()
        .filter(m -> m.act() == Act.CONNECT)
        .forEach(m -> awaitHeld(raced.connection(m)));
    schedule.moves().stream().filter(m -> m.act() != Act.START).forEach(this::mark);
    raced.mark();
  }

  private void half(Move move) {
    Connection connection = raced.connection(move);
    long before = connection.see(Trace::last);
    connection.begin("the beginning of a message");
    connection.await(t -> t.last() > before, SAID_WITHIN);
  }

  private void race() {
    long first = schedule.moves().stream().mapToLong(Move::micros).min().orElse(0);
    start = System.nanoTime() - first * 1_000L; // what comes first begins the race
    begin.countDown();
    for (Move move : schedule.moves()) {
      Connection connection = raced.connection(move);
      switch (move.act()) {
        case CONNECT -> at(move, () -> connection.wire().release());
        case CLOSE -> at(move, () -> connection.leave(NORMAL));
        case RESET -> at(move, () -> connection.wire().reset());
        default -> {
          // was made before, or has a thread of its own
        }
      }
    }
    threads.forEach(Racing::join);
    raced
        .problem()
        .ifPresent(
            problem -> {
              throw problem;
            });
    schedule.moves().stream().filter(m -> m.act() == Act.START).forEach(this::mark);
    raced.mark();
  }

  private void at(Move move, Runnable act) {
    long instant = start + move.micros() * 1_000L;
    while (System.nanoTime() < instant) {
      Thread.onSpinWait();
    }
    act.run();
  }

  private void start(Move move) {
    Runnable ready = stage.ready(raced.user(move), connection -> raced.put(move, connection));
    thread(move, racing -> at(racing, ready));
  }

  private void flood(Move move) {
    at(
        move,
        () -> {
          for (int i = 0; i < FLOOD; i++) {
            raced.connection(move).probe();
          }
        });
  }

  private void mark(Move move) {
    String mark = marks.get(move.act());
    if (mark != null) {
      raced.connection(move).fault(mark, move.act().text() + " " + move.micros() + " us");
    }
  }

  private void thread(Move move, Consumer<Move> act) {
    Thread thread =
        new Thread(
            () -> {
              try {
                begin.await();
                act.accept(move);
              } catch (InterruptedException e) {
                raced.failed(new CannotGoOnException("interrupted before the race began"));
              } catch (RuntimeException e) {
                raced.failed(e);
              }
            },
            "racer-" + move.who());
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private static void join(Thread thread) {
    try {
      thread.join(HELD_WITHIN.toMillis() * 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOnException("interrupted while racing");
    }
    if (thread.isAlive()) {
      throw new CannotGoOnException(thread.getName() + " did not come through within 10 s");
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

  /** Holds the deciding step, as the Wire counts: 0 the request, n the client's n-th data frame. */
  private static WirePlan held(Profile profile) {
    Conversation conversation = profile.conversation();
    long frames =
        conversation.steps().stream()
            .limit(conversation.decides())
            .filter(Step.Send.class::isInstance)
            .count();
    return WirePlan.PLAIN.holding((int) frames);
  }
}
