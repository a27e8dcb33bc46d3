package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** D4: ending the incumbent, however late, never affects the newcomer. */
final class D4LateEnd {

  /** Of connections that a round needs at most at a time. */
  private static final int PLACES = 3;

  private static final int[] DELAYS_MILLIS = {0, 10, 100, 1000};

  /** How the incumbent ends. */
  private enum End {
    CLEAN("echo and FIN") {
      @Override
      void of(Connection incumbent) {
        incumbent.wire().deliverClose();
        incumbent.await(t -> t.ending().closeOut() != Trace.NEVER, ECHO);
        incumbent.wire().finish();
      }
    },
    RESET("RST") {
      @Override
      void of(Connection incumbent) {
        incumbent.wire().reset();
      }
    },
    BY_SERVER("no echo, the server cut it off") {
      @Override
      void of(Connection incumbent) {
        // it has ended already
      }
    },
    LATE_ECHO("late echo") {
      @Override
      void of(Connection incumbent) {
        incumbent.wire().deliverClose();
        incumbent.await(t -> t.ending().closeOut() != Trace.NEVER, ECHO);
      }
    };

    private static final Duration ECHO = Duration.ofMillis(500);

    private final String text;

    End(String text) {
      this.text = text;
    }

    abstract void of(Connection incumbent);
  }

  private record Plan(End end, int delayMillis) {}

  private record Round(Connection incumbent, Connection newcomer, End end, int delayMillis) {}

  @ConformanceCase(
      id = "D4.late-close-of-incumbent",
      title =
          "the incumbent ends 0 to 1000 ms after the takeover, cleanly, by RST or by a late echo, or"
              + " is cut off",
      waits = true)
  void lateCloseOfIncumbent(Stage stage) {
    boolean narrow = stage.room() < 2 * PLACES;
    Round left = round(stage, End.BY_SERVER, 0);
    if (narrow) {
      cutOff(stage, left);
    }
    List<Plan> plans = plans(stage.budget().pick(1, 10));
    int together = Math.max(1, (stage.room() - PLACES) / PLACES);
    for (int from = 0; from < plans.size(); from += together) {
      sweep(stage, plans.subList(from, Math.min(plans.size(), from + together)));
    }
    if (!narrow) {
      cutOff(stage, left);
    }
  }

  /** Waits until the server has ended an incumbent that does not answer. */
  private static void cutOff(Stage stage, Round left) {
    stage.awaitAll(List.of(left.incumbent()), Connection::isReleased, stage.limit());
    if (left.incumbent().isReleased()) {
      end(left);
      stage.pass(Duration.ofMillis(200));
      Afterwards.lookAndEvict(stage, left.newcomer());
      stage.awaitAll(List.of(left.newcomer()), Connection::isEvicted, stage.limit());
    }
    stage.leave(left.newcomer().user());
  }

  /** The shortest delays first, so that those of one delay are together. */
  private static List<Plan> plans(int times) {
    List<Plan> plans = new ArrayList<>();
    for (int delay : DELAYS_MILLIS) {
      for (End end : EnumSet.complementOf(EnumSet.of(End.BY_SERVER))) {
        plans.addAll(Collections.nCopies(times, new Plan(end, delay)));
      }
    }
    return plans;
  }

  /** Rounds for which there is room at a time. */
  private static void sweep(Stage stage, List<Plan> plans) {
    List<Round> rounds = new ArrayList<>();
    for (int delay : DELAYS_MILLIS) {
      List<Round> together = new ArrayList<>();
      plans.stream()
          .filter(plan -> plan.delayMillis() == delay)
          .forEach(plan -> together.add(round(stage, plan.end(), delay)));
      if (!together.isEmpty()) {
        stage.pass(Duration.ofMillis(delay));
        together.forEach(D4LateEnd::end);
        rounds.addAll(together);
      }
    }
    stage.quiet();
    rounds.forEach(round -> Afterwards.lookAndEvict(stage, round.newcomer()));
    List<Connection> newcomers = rounds.stream().map(Round::newcomer).toList();
    stage.awaitAll(newcomers, Connection::isEvicted, stage.limit());
    newcomers.forEach(newcomer -> stage.leave(newcomer.user()));
  }

  private static Round round(Stage stage, End end, int delay) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user, WirePlan.PLAIN.withholdingClose());
    stage.moment();
    return new Round(incumbent, stage.connect(user), end, delay);
  }

  private static void end(Round round) {
    if (round.delayMillis() == 0) {
      round.incumbent().awaitEvicted(Duration.ofMillis(500));
    }
    boolean ours = round.end() != End.BY_SERVER;
    String text = round.end().text + (ours ? " +" + round.delayMillis() + " ms" : "");
    round.incumbent().fault(Faults.LATE_END, text);
    round.end().of(round.incumbent());
  }
}
