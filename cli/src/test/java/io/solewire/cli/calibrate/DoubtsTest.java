package io.solewire.cli.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.simulation.calibrate.Accuracy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cell whose numbers cannot be used says why. */
class DoubtsTest {

  private static final LoadResult.Generator HEALTHY =
      new LoadResult.Generator(true, 0.2, 1, 100, null);

  @Test
  void whereAllIsWellThereAreNone() {
    assertEquals(Optional.empty(), Doubts.of(5, load(HEALTHY), seen(5_100)));
    assertEquals(Optional.empty(), Doubts.of(0, load(HEALTHY), seen(40)));
    assertEquals(Optional.empty(), Doubts.of(new LoadOutcome(load(HEALTHY), null, false, null)));
  }

  @Test
  void aServerThatClosesTooEarlyOrTooLateIsNoticed() {
    assertEquals(
        "the server did not keep its delay: 5 ms were asked, the median was 4.900 ms",
        Doubts.of(5, load(HEALTHY), seen(4_900)).orElseThrow());
    assertEquals(
        "the server did not keep its delay: 5 ms were asked, the median was 12.600 ms",
        Doubts.of(5, load(HEALTHY), seen(12_600)).orElseThrow());
  }

  @Test
  void aGeneratorThatIsNotHealthyMayBeWhyAServerIsLateButNotWhyItIsEarly() {
    LoadResult.Generator late = new LoadResult.Generator(false, 0.9, 1, 90_000, "it was late");
    assertEquals("it was late", Doubts.of(5, load(late), seen(12_600)).orElseThrow());
    assertEquals("it was late", Doubts.of(5, load(late), seen(5_100)).orElseThrow());
    assertEquals(
        "the server did not keep its delay: 5 ms were asked, the median was 4.900 ms",
        Doubts.of(5, load(late), seen(4_900)).orElseThrow());
  }

  @Test
  void clocksThatDoNotAgreeAreNoticed() {
    assertSaying("3 of 2,999 takeovers were measured to be shorter", seen(2_999, 0, 0, 0, 3));
  }

  @Test
  void tooFewToCompareAreNoticed() {
    assertSaying("only 0 of 0 takeovers could be compared", seen(0, 0, 0, 0, 0));
    assertSaying("only 79 of 100 takeovers could be compared: 1 w", seen(79, 1, 10, 10, 0));
    assertEquals(Optional.empty(), Doubts.of(5, load(HEALTHY), seen(80, 0, 10, 10, 0)));
  }

  @Test
  void aRuleThatThePlainServerBreaksIsNoticed() {
    LoadResult broken = load(HEALTHY, finding("C5", Verdict.FAIL));
    assertEquals(
        "rule C5 was found broken 2 times: it did",
        Doubts.of(5, broken, seen(5_100)).orElseThrow());
    LoadResult slow = load(HEALTHY, finding("C6", Verdict.WARN));
    assertEquals(Optional.empty(), Doubts.of(5, slow, seen(5_100)));
  }

  @Test
  void aServerThatWasLostAndAHistoryThatIsNotWholeAreTold() {
    LoadResult load = load(HEALTHY);
    assertEquals(
        Optional.of("the server: gone"), Doubts.of(new LoadOutcome(load, "gone", false, null)));
    assertEquals(Optional.of("lost"), Doubts.of(new LoadOutcome(load, null, false, "lost")));
  }

  private static void assertSaying(String words, Accuracy.Summary seen) {
    String why = Doubts.of(5, load(HEALTHY), seen).orElse("no doubt");
    assertTrue(why.startsWith(words), why);
  }

  private static Accuracy.Summary seen(double median) {
    Accuracy.Spread delay = new Accuracy.Spread(median, median, median);
    return new Accuracy.Summary(100, 0, 0, 0, 0, 0, delay, delay, delay);
  }

  private static Accuracy.Summary seen(
      long counted, long unevicted, long unstamped, long concurrent, long negative) {
    Accuracy.Spread delay = new Accuracy.Spread(5_100, 5_100, 5_100);
    return new Accuracy.Summary(
        counted, unevicted, unstamped, concurrent, negative, 90 * negative, delay, delay, delay);
  }

  private static LoadResult.RuleFinding finding(String rule, Verdict verdict) {
    return new LoadResult.RuleFinding(rule, "MUST", verdict, 2, 9, "not", "it did", null, null);
  }

  private static LoadResult load(
      LoadResult.Generator generator, LoadResult.RuleFinding... findings) {
    LoadResult.Latency latency = new LoadResult.Latency(9, 1, 1, 1, 1, 1, 1);
    return new LoadResult(
        "takeover",
        new LoadResult.Planned(1, 1, 1, 1, "uniform", null),
        1,
        Map.of("eviction", latency),
        Map.of(),
        9,
        0,
        0,
        0,
        Map.of(),
        0,
        new LoadResult.Sample(0, 0),
        List.of(findings),
        List.of(),
        generator,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }
}
