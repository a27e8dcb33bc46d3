package io.solewire.simulation.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Histories told by hand, in microseconds; the server's clock is another one. */
class AccuracyTest {

  private static final long SERVER = 7_000_000_000_000L;

  private final List<Event> events = new ArrayList<>();

  @Test
  void theErrorIsWhatWasMeasuredLessWhatTheServerStamped() {
    holder("u1", "c1");
    newcomer("u1", "c2", 1_000, "measured");
    closed("u1", "c1", 6_400, stamps(50, 5_150));
    holder("u2", "c1");
    newcomer("u2", "c2", 2_000, "measured");
    closed("u2", "c1", 7_250, stamps(50, 5_100));
    Accuracy.Summary seen = seen();
    assertEquals(2, seen.counted());
    assertMicros(5_050, seen.delay().p50());
    assertMicros(5_100, seen.delay().p99());
    assertMicros(5_250, seen.measured().p50());
    assertMicros(5_400, seen.measured().p99());
    assertMicros(200, seen.error().p50());
    assertMicros(300, seen.error().p90());
    assertMicros(300, seen.error().p99());
    assertEquals(0, seen.negative() + seen.unstamped() + seen.unevicted() + seen.concurrent());
  }

  @Test
  void theWarmUpDoesNotCount() {
    holder("u1", "c1");
    newcomer("u1", "c2", 1_000, "warm-up");
    closed("u1", "c1", 6_400, stamps(50, 5_150));
    newcomer("u1", "c3", 9_000, "measured");
    closed("u1", "c2", 14_500, stamps(50, 5_150));
    Accuracy.Summary seen = seen();
    assertEquals(1, seen.counted());
    assertMicros(400, seen.error().p50());
  }

  @Test
  void whatWasMeasuredToBeShorterThanItWasIsTold() {
    holder("u1", "c1");
    newcomer("u1", "c2", 1_000, "measured");
    closed("u1", "c1", 6_000, stamps(50, 5_150));
    Accuracy.Summary seen = seen();
    assertEquals(1, seen.negative());
    assertMicros(100, seen.shortest());
    assertMicros(0, seen.error().p50());
  }

  @Test
  void aCloseWithoutStampsAndNoCloseAreTold() {
    holder("u1", "c1");
    newcomer("u1", "c2", 1_000, "measured");
    closed("u1", "c1", 6_000, "superseded");
    holder("u2", "c1");
    newcomer("u2", "c2", 1_000, "measured");
    Accuracy.Summary seen = seen();
    assertEquals(0, seen.counted());
    assertEquals(1, seen.unstamped());
    assertEquals(1, seen.unevicted());
  }

  @Test
  void ofNewcomersThatMeetNobodyKnowsWhichOneTheCloseWasFor() {
    holder("u1", "c1");
    newcomer("u1", "c2", 1_000, "measured");
    newcomer("u1", "c3", 1_100, "measured");
    closed("u1", "c1", 6_400, stamps(50, 5_150));
    closed("u1", "c2", 6_500, stamps(150, 5_250));
    Accuracy.Summary seen = seen();
    assertEquals(0, seen.counted());
    assertEquals(1, seen.concurrent());
  }

  @Test
  void ofAnIncumbentThatMetAnotherOneNobodyKnowsEither() {
    holder("u1", "c1");
    newcomer("u1", "c2", 1_000, "measured");
    newcomer("u1", "c3", 1_100, "measured");
    closed("u1", "c1", 6_400, stamps(50, 5_150));
    newcomer("u1", "c4", 5_900, "measured");
    closed("u1", "c2", 6_500, stamps(150, 5_250));
    Accuracy.Summary seen = seen();
    assertEquals(0, seen.negative(), "c3 has evicted c2, not c4");
    assertEquals(0, seen.counted());
  }

  private void holder(String user, String conn) {
    at(0, user, conn, EventKind.TCP_OPEN, Detail.named("subject"));
    at(1, user, conn, EventKind.REQUEST_SENT, Detail.step(0, true));
    at(200, user, conn, EventKind.UPGRADED, Detail.NONE);
    at(200, user, conn, EventKind.ADMITTED, Detail.NONE);
  }

  private void newcomer(String user, String conn, long asked, String phase) {
    at(asked - 100, user, conn, EventKind.PLANNED, Detail.named(phase));
    at(asked - 50, user, conn, EventKind.TCP_OPEN, Detail.named("subject"));
    at(asked, user, conn, EventKind.REQUEST_SENT, Detail.step(0, true));
    at(asked + 300, user, conn, EventKind.UPGRADED, Detail.NONE);
    at(asked + 300, user, conn, EventKind.ADMITTED, Detail.NONE);
  }

  private void closed(String user, String conn, long when, String reason) {
    at(when, user, conn, EventKind.CLOSE_IN, Detail.close(4409, reason.length(), true, reason));
    at(when + 10, user, conn, EventKind.RST_OUT, Detail.NONE);
    at(when + 20, user, conn, EventKind.ABANDONED, Detail.NONE);
  }

  private static String stamps(long put, long write) {
    return new Stamps(SERVER + put * 1_000, SERVER + write * 1_000).text();
  }

  private void at(long micros, String user, String conn, EventKind kind, Detail detail) {
    events.add(new Event(micros * 1_000, "load.takeover", user, conn, kind, detail));
  }

  private Accuracy.Summary seen() {
    Accuracy accuracy = new Accuracy(profile());
    events.sort(Comparator.comparingLong(Event::t));
    events.forEach(accuracy::accept);
    return accuracy.conclude();
  }

  private static Profile profile() {
    try {
      return ProfileReader.forUrl("ws://127.0.0.1:1/ws?user={user}&delay=5ms", Map.of());
    } catch (ProfileException e) {
      throw new AssertionError(e);
    }
  }

  /** Three significant digits are kept. */
  private static void assertMicros(double expected, double actual) {
    assertEquals(expected, actual, expected / 500 + 0.1);
  }
}
