package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadWordsTest {

  @ParameterizedTest
  @CsvSource({
    "0,5000,0 %",
    "1,5000,<0.1 %",
    "600,5000,12.0 %",
    "4999,5000,>99.9 %",
    "5000,5000,100 %",
    "5001,5000,100.0 %",
    "6000,5000,120.0 %",
    "0,0,an unknown share"
  })
  void saysAllAndNothingOnlyOfAllAndNothing(long part, long whole, String words) {
    assertEquals(words, LoadWords.share(part, whole));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"1000;1,000/s", "499.8;499.8/s", "0.5;0.5/s", "NaN;an unknown rate"})
  void statesRates(double rate, String words) {
    assertEquals(words, LoadWords.rate(rate));
  }

  @Test
  void statesTheOrderWithItsUncertainty() {
    Latency one = new Latency(1, 10, 10, 10, 10, 10, 10);
    LoadResult early =
        LoadSamples.metrics(LoadSamples.load(), Map.of("evictionBeforeAdmission", one));
    assertEquals(
        "evicted before the newcomer was admitted in 100 % (95 % interval 20.7 to 100.0 %),"
            + " by 10 µs at p50; after in 0 %",
        LoadWords.order(early));
    assertEquals("", LoadWords.order(LoadSamples.metrics(LoadSamples.load(), Map.of())));
  }

  @Test
  void doesNotInventWhatTheGeneratorDidNotSay() {
    LoadResult.Generator silent = new LoadResult.Generator(true, Double.NaN, 0, 0, null);
    assertTrue(
        GeneratorWords.effort(silent).startsWith("CPU unknown, "), GeneratorWords.effort(silent));
  }

  @Test
  void takesAHealthThatNobodyRecordedToBeBad() {
    LoadResult whole = Measured.whole(LoadSamples.bare());
    assertEquals("not healthy", GeneratorWords.health(whole.generator()));
    LoadResult mute =
        LoadSamples.generator(LoadSamples.load(), new LoadResult.Generator(false, 0, 0, 0, null));
    assertEquals(
        "the measuring side was not healthy, and gave no reason",
        Measured.whole(mute).generator().reason());
  }
}
