package io.solewire.simulation.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Heartbeats on a loop whose time passes by hand. */
class LoopLagTest {

  private final ByHand loop = new ByHand();
  private final LoopLag lag = new LoopLag(loop::nanos);

  @Test
  void aLoopThatIsOnTimeHasNoLag() {
    lag.watch(loop, 0);
    loop.goOn(1_000);
    Histogram lags = lag.lags();
    assertEquals(100, lags.getTotalCount());
    assertEquals(0, lags.getMaxValue());
  }

  /** Else a loop that stood still for half of the time would be late once in fifty. */
  @Test
  void eachHeartbeatThatWasMissedCountsByItsOwnInstant() {
    lag.watch(loop, 0);
    loop.goOn(500);
    loop.standStill(500);
    Histogram lags = lag.lags();
    assertEquals(100, lags.getTotalCount());
    assertEquals(490, millis(lags.getMaxValue()));
    assertEquals(0, millis(lags.getValueAtPercentile(50)));
    assertEquals(240, millis(lags.getValueAtPercentile(75)));
    assertEquals(490, millis(lags.getValueAtPercentile(99.9)));
  }

  @Test
  void afterAStandstillTheNextHeartbeatIsDueWhereItWasPlanned() {
    lag.watch(loop, 0);
    loop.standStill(17);
    loop.goOn(3);
    assertEquals(2, lag.lags().getTotalCount());
    assertEquals(7, millis(lag.lags().getMaxValue()));
    assertEquals(0, lag.lags().getMinValue());
  }

  @Test
  void aLoopThatStandsStillWhenTheTimeIsOverIsLateForWhatWasDueBefore() {
    lag.watch(loop, 0);
    loop.goOn(20);
    loop.pass(15);
    lag.end(0);
    loop.standStill(65);
    assertEquals(3, lag.lags().getTotalCount(), "what was due after the end does not count");
    assertEquals(70, millis(lag.lags().getMaxValue()));
    assertEquals(0, loop.open(), "and no heartbeat is planned");
  }

  @Test
  void aLoopThatStandsStillWhenTheTimeBeginsIsLateFromThenOn() {
    lag.watch(loop, 100_000_000);
    lag.end(1_000_000_000);
    loop.pass(50);
    loop.standStill(150);
    assertEquals(10, lag.lags().getTotalCount(), "what was due in the last 100 ms");
    assertEquals(90, millis(lag.lags().getMaxValue()));
    loop.goOn(2_000);
    assertEquals(89, lag.lags().getTotalCount(), "until the end, and no more");
  }

  private static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }
}
