package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.Capacity;
import io.solewire.result.LoadResult;
import io.solewire.result.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends a climb: the server, or the generator. */
class LevelsTest {

  private static final String GATE = "eviction.p99 <= 20 ms";
  private static final ClimbStory.Ms SOON = (rate, within) -> 0.2;
  private static final ClimbStory.Ms QUICK = (rate, within) -> 5;

  private static final String GATE50 = "eviction.p50 <= 20 ms";
  private static final ClimbStory.Ms NEAR = (rate, within) -> 1;

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

  @Test
  void aLevelThatFailsByNoMoreThanTheGeneratorsOwnLagIsLimitedByTheGenerator() {
    ClimbStory.Ms paused = (rate, within) -> rate == 160 && within > 400 && within < 450 ? 60 : 0.2;
    ClimbStory.Ms late = (rate, within) -> rate == 160 && within > 300 && within < 350 ? 55 : 5;
    LoadResult load = ClimbStory.of(paused, NEAR, late).judged(GATE, "capacity.rate >= 100");
    Capacity capacity = load.capacity();
    assertEquals(List.of(80.0, Capacity.GENERATOR), List.of(capacity.rate(), capacity.limit()));
    assertEquals(
        "generator: eviction.p99 <= 20 ms: 55 ms, up to 55 ms of it may be the generator's own: its"
            + " event loops were late",
        capacity.levels().get(2).why());
    assertEquals(Verdict.INCONCLUSIVE, load.gates().get(1).verdict());
  }

  @Test
  void aLevelThatFailsByMoreThanThatIsTheServers() {
    ClimbStory.Ms late = (rate, within) -> rate == 160 && within > 300 && within < 350 ? 55 : 5;
    ClimbStory.Ms begun = (rate, within) -> 4;
    Capacity capacity = ClimbStory.of(begun, NEAR, late).judged(GATE).capacity();
    assertEquals(List.of(80.0, Capacity.GATES), List.of(capacity.rate(), capacity.limit()));
    assertEquals("eviction.p99 <= 20 ms: 55 ms", capacity.levels().get(2).why());
  }

  @Test
  void whatFailsWhateverTheGeneratorsLagIsSaidFirst() {
    ClimbStory.Ms paused = (rate, within) -> rate == 160 && within > 400 && within < 450 ? 60 : 0.2;
    ClimbStory.Ms late = (rate, within) -> rate < 160 ? 5 : within < 800 ? 55 : 170;
    Capacity capacity =
        ClimbStory.of(paused, NEAR, late).judged("eviction.p99 <= 150 ms", GATE50).capacity();
    assertEquals(Capacity.GATES, capacity.limit());
    assertEquals("eviction.p50 <= 20 ms: 55 ms", capacity.levels().get(2).why());
  }

  @Test
  void portsThatRunOutMakeItUnproven() {
    Readings.Usage most = new Readings.Usage(28_000, 28_232);
    LoadResult load =
        ClimbStory.of(SOON, NEAR, QUICK).judged(generator(most, null, null, null), GATE);
    assertFalse(load.generator().healthy());
    assertEquals(1, load.generator().reasons().size(), load.generator().reasons().toString());
  }

  @Test
  void whatTheRateAboveCapacityDoesToTheGeneratorIsNoReasonToDoubtTheRest() {
    Readings.Usage backlog = new Readings.Usage(1_500_000, 2_000_000);
    LoadResult load =
        ClimbStory.of(SOON, NEAR, QUICK).judged(generator(null, backlog, 60_000L, 0.99), GATE);
    assertTrue(load.generator().healthy(), load.generator().reason());
  }

  private static LoadResult.Generator generator(
      Readings.Usage ports, Readings.Usage backlog, Long lag, Double busy) {
    Readings seen =
        new Readings(
            busy, null, null, null, lag, lag, lag, lag, lag, lag, null, ports, null, backlog);
    return new LoadResult.Generator(true, 0.95, 1, 100, null, null, seen);
  }
}
