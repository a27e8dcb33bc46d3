package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sweeps find what looking at everything finds, on small histories in which anything happens in any
 * order: few instants, so that many are the same.
 */
class SweepTest {

  private static final int HISTORIES = 20_000;
  private static final int INSTANTS = 9;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void findsTheTakeoversThatLookingAtAllPairsFinds(int max) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      UserTraces user = history(seed);
      assertEquals(
          names(BruteForce.takeovers(max, user)),
          names(Sweep.takeovers(max, user)),
          "seed " + seed);
    }
  }

  @Test
  void ofOneLiveConnectionTheFirstLaterOneTakesOver() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      UserTraces user = history(seed);
      List<String> expected = names(BruteForce.takeoversOfOne(user));
      assertEquals(expected, names(Sweep.takeovers(1, user)), "seed " + seed);
    }
  }

  @Test
  void knowsWhoCameBeforeAndAfterWhom() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      UserTraces user = history(seed);
      Sequence sequence = Sequence.of(user);
      Elders elders = new Elders(user.as(Role.SUBJECT));
      for (Trace trace : user.as(Role.SUBJECT)) {
        String where = trace.conn() + " of seed " + seed;
        for (long t : new long[] {0, 3, INSTANTS, trace.evicted(), Trace.NEVER}) {
          boolean met = BruteForce.met(user, trace, t);
          assertEquals(met, sequence.met(trace, t), where + " met until " + t);
          boolean followed = BruteForce.followed(user, trace, t);
          assertEquals(followed, sequence.followed(trace, t), where + " followed until " + t);
        }
        boolean before = BruteForce.hasBefore(user, trace);
        assertEquals(before, sequence.hasBefore(trace), where + " has one before");
        assertEquals(BruteForce.elder(user, trace), elders.of(trace), where + " found");
      }
    }
  }

  private static List<String> names(List<Takeover> takeovers) {
    return takeovers.stream().map(t -> t.incumbent().conn() + t.newcomer().conn()).toList();
  }

  private static UserTraces history(long seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    int connections = 1 + random.nextInt(6);
    for (int i = 0; i < connections; i++) {
      String conn = "c" + i;
      Detail role = Detail.named("subject", random.nextInt(4) == 0 ? "Other" : "");
      events.add(event(0, conn, EventKind.TCP_OPEN, role));
      if (random.nextInt(8) > 0) {
        events.add(event(some(random), conn, EventKind.REQUEST_SENT, Detail.step(0, true)));
      }
      if (random.nextInt(5) > 0) {
        events.add(event(some(random), conn, EventKind.ADMITTED, Detail.NONE));
      }
      EventKind[] ends = {
        EventKind.CLOSE_IN, EventKind.FIN_IN, EventKind.ABANDONED, EventKind.REFUSED
      };
      for (EventKind end : ends) {
        if (random.nextInt(4) == 0) {
          events.add(event(some(random), conn, end, Detail.NONE));
        }
      }
    }
    return Story.fold(events).get(0);
  }

  private static long some(Random random) {
    return random.nextInt(INSTANTS);
  }

  private static Event event(long t, String conn, EventKind kind, Detail detail) {
    return new Event(t, "D1.small", "u", conn, kind, detail);
  }
}
