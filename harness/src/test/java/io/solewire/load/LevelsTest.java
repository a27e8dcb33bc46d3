package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.result.Capacity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends a climb: the server, or the generator. */
class LevelsTest {

  private static final String GATE = "eviction.p99 <= 20 ms";
  private static final ClimbStory.Ms SOON = (rate, within) -> 0.2;
  private static final ClimbStory.Ms QUICK = (rate, within) -> 5;

  /** Of two newcomers one has to wait, and the next one longer. */
  private static final ClimbStory.Ms QUEUE = (rate, within) -> rate < 160 ? 1 : within;

  @Test
  void aLevelAtWhichNewcomersQueueUpForTcpAndTlsDoesNotHold() {
    Capacity capacity = ClimbStory.of(SOON, QUEUE, QUICK).judged(GATE).capacity();
    assertEquals(80, capacity.rate());
    assertEquals(Capacity.GATES, capacity.limit());
    assertEquals(
        "connects were slow: 80/s of 160/s could be asked for", capacity.levels().get(2).why());
  }

  @Test
  void aServerThatIsFarAwayHoldsWhatItHolds() {
    Capacity capacity = ClimbStory.of(SOON, (rate, within) -> 150, QUICK).judged(GATE).capacity();
    assertEquals(List.of(160.0, Capacity.NONE), List.of(capacity.rate(), capacity.limit()));
  }

  @Test
  void oneConnectThatTakesLongEndsNoClimb() {
    ClimbStory.Ms lost = (rate, within) -> within > 990 ? 1_000 : 1;
    Capacity capacity = ClimbStory.of(SOON, lost, QUICK).judged(GATE).capacity();
    assertEquals(List.of(160.0, Capacity.NONE), List.of(capacity.rate(), capacity.limit()));
  }
}
