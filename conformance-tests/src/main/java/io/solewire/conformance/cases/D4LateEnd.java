package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** D4: ending the incumbent, however late, never affects the newcomer. */
final class D4LateEnd {

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

  private record Round(Connection incumbent, Connection newcomer, End end, int delayMillis) {}

  @ConformanceCase(
      id = "D4.late-close-of-incumbent",
      title =
          "the incumbent ends 0 to 1000 ms after the takeover, cleanly, by RST or by a late echo, or"
              + " is cut off",
      waits = true)
  void lateCloseOfIncumbent(Stage stage) {
    Round left = round(stage, End.BY_SERVER, 0);
    List<Round> rounds = new ArrayList<>();
    for (int delay : DELAYS_MILLIS) {
      List<Round> together = new ArrayList<>();
      for (End end : EnumSet.complementOf(EnumSet.of(End.BY_SERVER))) {
        for (int i = 0; i < stage.budget().pick(1, 10); i++) {
          together.add(round(stage, end, delay));
        }
      }
      stage.pass(Duration.ofMillis(delay));
      together.forEach(D4LateEnd::end);
      rounds.addAll(together);
    }
    stage.quiet();
    rounds.forEach(round -> Afterwards.lookAndEvict(stage, round.newcomer()));
    Duration bound = stage.limit();
    stage.awaitAll(List.of(left.incumbent()), Connection::isReleased, bound);
    if (left.incumbent().isReleased()) {
      end(left);
      stage.pass(Duration.ofMillis(200));
      Afterwards.lookAndEvict(stage, left.newcomer());
      rounds.add(left);
    }
    stage.awaitAll(rounds.stream().map(Round::newcomer).toList(), Connection::isEvicted, bound);
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
