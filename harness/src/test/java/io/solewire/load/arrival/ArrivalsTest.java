package io.solewire.load.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.arrival.Rounds.Side;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When newcomers come. */
class ArrivalsTest {

  private static final long SECOND = 1_000_000_000L;

  static Stream<Arrivals> all() {
    return Stream.of(
        new Steady(500, 3 * SECOND),
        new Steady(0.7, 10 * SECOND),
        new Bursts(400, 8, 2 * SECOND),
        new Bursts(3, 5, 7 * SECOND),
        new Storms(100, 2 * SECOND, SECOND, 8 * SECOND),
        new Storms(7, SECOND / 3, 0, 2 * SECOND),
        new Stairs(10, 80, 4, 2, 3 * SECOND, SECOND, 0),
        new Stairs(10, 80, 4, 2, 3 * SECOND, SECOND, 2 * SECOND),
        new Stairs(3, 4, 2, 3, 0, SECOND / 2, SECOND / 5),
        new Alternating(20, new Rounds(0, 1, 6, SECOND, SECOND / 4, 7), Side.REFERENCE),
        new Alternating(20, new Rounds(0, 1, 6, SECOND, SECOND / 4, 7), Side.TARGET),
        new Alternating(3, new Rounds(0, 0, 5, SECOND / 2, 0, 1), Side.TARGET));
  }

  private static List<Long> instants(Arrivals arrivals) {
    return LongStream.range(0, arrivals.total()).map(arrivals::due).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theyNeverComeBeforeTheOneBefore(Arrivals arrivals) {
    List<Long> instants = instants(arrivals);
    assertTrue(instants.size() > 5, arrivals + " has " + instants.size());
    assertEquals(instants.stream().sorted().toList(), instants);
  }

  @ParameterizedTest
  @MethodSource("all")
  void asManyComeBeforeAnInstantAsAreDueThen(Arrivals arrivals) {
    List<Long> instants = instants(arrivals);
    long last = instants.get(instants.size() - 1);
    for (long at = 0; at <= last + SECOND; at += SECOND / 7) {
      long instant = at;
      long due = instants.stream().filter(t -> t < instant).count();
      long index = arrivals.index(at);
      // an instant that falls on a newcomer may be rounded to either side of it
      boolean near = instants.stream().anyMatch(t -> Math.abs(t - instant) < 100);
      assertTrue(due == index || near, arrivals + " at " + at + ": " + due + ", not " + index);
    }
    assertEquals(arrivals.total(), arrivals.index(1_000 * SECOND));
  }

  @Test
  void aBurstComesAtOneInstant() {
    Bursts bursts = new Bursts(400, 8, 2 * SECOND);
    assertEquals(800, bursts.total());
    assertEquals(
        List.of(0L, 0L, SECOND / 50), List.of(bursts.due(0), bursts.due(7), bursts.due(8)));
  }

  @Test
  void everybodyComesOnceInEachStormAndNobodyInThePause() {
    Storms storms = new Storms(100, 2 * SECOND, SECOND, 8 * SECOND);
    assertEquals(300, storms.total(), "0 to 2 s, 3 to 5 s, 6 to 8 s");
    assertEquals(100, storms.index(2 * SECOND));
    assertEquals(100, storms.index(3 * SECOND));
    assertEquals(150, storms.index(4 * SECOND));
    assertEquals(6 * SECOND, storms.due(200));
  }

  @Test
  void thereIsAlwaysOneStorm() {
    assertEquals(9, new Storms(9, 10 * SECOND, SECOND, SECOND).total());
  }

  @Test
  void stairsRiseByTheSameFactorAndBeginAnew() {
    Stairs stairs = new Stairs(10, 80, 4, 2, 3 * SECOND, SECOND, 2 * SECOND);
    assertEquals(List.of(10.0, 20.0, 40.0, 80.0), rates(stairs));
    assertEquals(30 + 2 * 150, stairs.total());
    assertEquals(30 + 10 + 20, stairs.index(5 * SECOND));
    assertEquals(40, stairs.index(6 * SECOND) - stairs.index(5 * SECOND));
    assertEquals(0, stairs.index(9 * SECOND) - stairs.index(7 * SECOND), "the rest");
    assertEquals(10, stairs.index(10 * SECOND) - stairs.index(9 * SECOND), "the second climb");
    assertEquals(9 * SECOND, stairs.due(180));
  }

  private static List<Double> rates(Stairs stairs) {
    return Stream.of(0, 1, 2, 3).map(l -> Math.round(stairs.rate(l) * 1e6) / 1e6).toList();
  }
}
