package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a load goes on, by a clock that the test turns. */
class LifeTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private long now;

  /** A plan of ten seconds. */
  private final Life life = new Life(() -> now, Plans.usual());

  private void fails(int times, long nanos) {
    now = nanos;
    for (int i = 0; i < times; i++) {
      life.unreachable("connection refused");
    }
  }

  private void letsIn(long nanos) {
    now = nanos;
    life.alive();
  }

  @Test
  void itIsNotOverBeforeItsPlanHasBegun() {
    now = 1_000 * SECOND;
    assertFalse(life.isOver());
  }

  @Test
  void itIsOverASecondAfterTheEndOfItsPlan() {
    life.begin(5 * SECOND);
    now = 16 * SECOND;
    assertFalse(life.isOver(), "a newcomer that is late may still come");
    now++;
    assertTrue(life.isOver());
    assertEquals(Optional.empty(), life.lost());
    assertFalse(life.isInterrupted());
  }

  @Test
  void anInterruptEndsItAtOnce() {
    life.begin(0);
    life.interrupt();
    assertTrue(life.isOver());
    assertTrue(life.isInterrupted());
    assertEquals(Optional.empty(), life.lost(), "the target is still there");
  }

  @Test
  void aTargetIsLostThatHasLetNobodyInForASecond() {
    life.begin(0);
    letsIn(SECOND);
    fails(2, 5 * SECOND);
    fails(1, 6 * SECOND);
    assertEquals(Optional.empty(), life.lost(), "it is a second, and not yet longer");
    assertFalse(life.isOver());
    fails(1, 6 * SECOND + 1);
    assertEquals(Optional.of("it was lost under load: connection refused"), life.lost());
    assertTrue(life.isOver());
  }

  @Test
  void twoFailuresAreNoLossHoweverLateTheyAre() {
    letsIn(SECOND);
    fails(1, 10 * SECOND);
    fails(1, 100 * SECOND);
    assertEquals(Optional.empty(), life.lost());
    fails(1, 100 * SECOND);
    assertEquals(Optional.of("it was lost under load: connection refused"), life.lost());
  }

  @Test
  void manyFailuresAtOnceAreNoLossYet() {
    letsIn(SECOND);
    fails(50, 100 * SECOND);
    assertEquals(Optional.empty(), life.lost());
  }

  @Test
  void whoeverIsLetInBetweenShowsThatTheTargetIsThere() {
    letsIn(SECOND);
    fails(2, 9 * SECOND);
    letsIn(9 * SECOND);
    fails(2, 19 * SECOND);
    assertEquals(Optional.empty(), life.lost(), "failures are counted anew");
  }

  @Test
  void aTargetThatNeverLetAnybodyInWasNotLostUnderLoad() {
    fails(3, SECOND);
    assertEquals(Optional.empty(), life.lost());
    fails(1, 2 * SECOND + 1);
    assertEquals(Optional.of("it let nobody in: connection refused"), life.lost());
  }

  @Test
  void theFirstReasonStays() {
    letsIn(SECOND);
    life.lose("connection refused");
    life.lose("something else");
    life.shut("yet another");
    assertEquals(Optional.of("it was lost under load: connection refused"), life.lost());
  }

  @Test
  void aTargetThatIsShutSaysWhyInItsOwnWords() {
    life.shut("it let nobody in: HTTP 503");
    life.lose("connection refused");
    assertEquals(Optional.of("it let nobody in: HTTP 503"), life.lost());
    assertTrue(life.isOver());
  }
}
