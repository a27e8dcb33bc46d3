package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.GateWords;
import io.solewire.result.LoadResult.GateResult;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates whose threshold is a multiple of an earlier run's number. */
class BaselineGateTest {

  @ParameterizedTest(name = "{0} of 1000 is {1}")
  @CsvSource({
    "eviction.p99 <= baseline,                    1000",
    "eviction.p99 <= 1.15 * baseline,             1150",
    "eviction.p99<=1.15*baseline,                 1150",
    "eviction.p99 <= baseline * 1.15,             1150",
    "eviction.p99 <= 0.9*baseline + 200 us,       1100",
    "eviction.p99 <= baseline+1.5ms,              2500",
    "takeovers >= 0.9 * baseline,                 900",
    "errors <= baseline + 5,                      1005",
    "rate >= 0.001 * baseline,                    1",
    "generator.gcMs <= 2 * baseline + 1 ms,       3000"
  })
  void readsAMultipleAndAnAddition(String text, BigDecimal limit) {
    Gate gate = Gate.parse(text);
    assertTrue(gate.threshold().isRelative());
    assertEquals(text, gate.expression());
    BigDecimal read = gate.limit(Map.of(gate.path(), BigDecimal.valueOf(1_000))).orElseThrow();
    assertEquals(0, limit.compareTo(read), () -> "read " + read);
    assertTrue(gate.limit(Map.of("other", BigDecimal.ONE)).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          eviction.p99 <= 1.15 baseline        =>> '1.15 baseline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= 1.15 x baseline      =>> '1.15 x baseline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= 1.15 * basline       =>> '1.15 * basline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= Baseline             =>> 'Baseline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= 2 * 500 us           =>> '2 * 500 us' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= 2 * 2 * baseline     =>> '2 * 2 * baseline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= baseline * baseline  =>> 'baseline * baseline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= baseline - 1 ms      =>> 'baseline - 1 ms' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= 1 ms + baseline      =>> '1 ms' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          errors <= 2 baseline                 =>> '2 baseline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 5
          errors <= 0 * baseline               =>> the factor is 0: expected a factor above 0, such as 1.15
          eviction.p99 <= 1,5 * baseline       =>> '1,5' is no number: expected a plain number such as 50 or 1.5, without sign, separators or exponent
          eviction.p99 <= -1 * baseline        =>> '-1' is no number: expected a plain number such as 50 or 1.5, without sign, separators or exponent
          eviction.p99 <= 115% * baseline      =>> '115%' is no number: expected a plain number such as 50 or 1.5, without sign, separators or exponent
          eviction.p99 <= * baseline           =>> '* baseline' is no multiple of the baseline: expected baseline, 1.15 * baseline, or 1.15 * baseline + 200 us
          eviction.p99 <= baseline + 200       =>> eviction.p99 is a latency and the number has no unit: expected ns, us, µs, ms or s, such as 200 ms
          eviction.p99 <= baseline +           =>> it has no number: expected a plain number such as 50 or 1.5, without sign, separators or exponent
          eviction.p99 <= baseline + 1 ms + 2 ms =>> '+ 2 ms' is left over: expected nothing after the unit
          errors <= baseline + 5 ms            =>> errors is a count and takes no unit: expected nothing after the number, but there is 'ms'
          """)
  void saysWhatIsNoMultiple(String text, String problem) {
    GateException e = assertThrows(GateException.class, () -> Gate.parse(text));
    assertEquals("gate '" + text + "': " + problem, e.getMessage());
  }

  @ParameterizedTest(name = "{1} with a baseline of {2} under {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eviction.p99 <= 1.15 * baseline          | 1900 | 1400    | FAIL | 1.9 ms against 1.15 * 1.4 ms = 1.61 ms
          eviction.p99 <= 1.15 * baseline          | 1610 | 1400    | PASS | 1.61 ms against 1.15 * 1.4 ms = 1.61 ms
          eviction.p99 < 1.15 * baseline           | 1610 | 1400    | FAIL | 1.61 ms against 1.15 * 1.4 ms = 1.61 ms
          eviction.p99 <= 1.15 * baseline          | 1611 | 1400    | FAIL | 1.611 ms against 1.15 * 1.4 ms = 1.61 ms
          eviction.p99 <= 1.0000001 * baseline     | 1401 | 1400    | FAIL | 1.401 ms against 1.0000001 * 1.4 ms = 1.4 ms
          eviction.p99 <= 1.0000001 * baseline     | 1400 | 1400    | PASS | 1.4 ms against 1.0000001 * 1.4 ms = 1.4000001 ms
          eviction.p99 <= baseline                 | 300  | 437     | PASS | 300 µs against 437 µs
          eviction.p99 <= baseline + 200 us        | 637  | 437     | PASS | 637 µs against 437 µs + 200 us = 637 µs
          rate >= 0.9 * baseline                   | 800  | 980.25  | FAIL | 800 against 0.9 * 980.25 = 882.225
          takeovers >= 0.9 * baseline              | 902  | 1003    | FAIL | 902 against 0.9 * 1003 = 902.7
          """)
  void saysTheValueTheBaselineAndTheLimit(
      String text, String value, BigDecimal baseline, Verdict verdict, String words) {
    Gate gate = Gate.parse(text);
    GateResult result =
        gate.judge(Loads.with(gate.path(), value, true), Map.of(gate.path(), baseline));
    assertEquals(verdict, result.verdict());
    assertEquals(words, GateWords.value(result));
    assertEquals(text, result.expression());
  }

  @Test
  void saysTheLimitOfWhatHasNoSamplesInItsFieldsOnly() {
    GateResult result =
        Gate.parse("eviction.p99 <= 2 * baseline")
            .judge(
                Loads.result(Loads.empty(true)), Map.of("eviction.p99", BigDecimal.valueOf(1_400)));
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertEquals("1.4 ms", result.baseline());
    assertEquals("2.8 ms", result.limit());
  }

  @Test
  void doesNotBlameTheServerForWhatAnUnhealthyGeneratorMeasured() {
    Gate gate = Gate.parse("eviction.p99 <= baseline");
    Map<String, BigDecimal> baseline = Map.of("eviction.p99", BigDecimal.TEN);
    assertEquals(
        Verdict.INCONCLUSIVE,
        gate.judge(Loads.with("eviction.p99", "11", false), baseline).verdict());
  }

  @Test
  void judgesNothingWithoutTheBaseline() {
    Gate gate = Gate.parse("eviction.p99 <= baseline");
    assertThrows(
        IllegalStateException.class,
        () -> gate.judge(Loads.with("eviction.p99", "11", true), Map.of()));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "eviction.p99 <= 1.15 * baseline, 1437,    eviction.p99 <= 1652.55 us",
    "rate >= 0.9 * baseline,          980.25,  rate >= 882.225",
    "rate >= 0.123456789 * baseline,  980.251, rate >= 121.018640874",
    "errors <= baseline + 5,          0,       errors <= 5",
    "errors <= 5,                     0,       errors <= 5"
  })
  void canBeWrittenWithoutABaseline(String text, BigDecimal baseline, String resolved) {
    Gate gate = Gate.parse(text);
    String written = gate.resolved(Map.of(gate.path(), baseline));
    assertEquals(resolved, written);
    assertFalse(Gate.parse(written).threshold().isRelative());
    assertEquals(text, gate.resolved(Map.of()), "with none it stays");
  }
}
