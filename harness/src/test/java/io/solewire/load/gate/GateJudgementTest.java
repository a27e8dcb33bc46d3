package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult.GateResult;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateJudgementTest {

  private static final Map<String, BigDecimal> NONE = Map.of();

  @ParameterizedTest(name = "{0}: below {1}, at {2}, above {3}")
  @CsvSource({
    "<,  PASS, FAIL, FAIL",
    "<=, PASS, PASS, FAIL",
    ">,  FAIL, FAIL, PASS",
    ">=, FAIL, PASS, PASS",
    "==, FAIL, PASS, FAIL",
    "!=, PASS, FAIL, PASS"
  })
  void comparesBelowAtAndAboveTheThreshold(
      String operator, Verdict below, Verdict at, Verdict above) {
    String count = "errors " + operator + " 10";
    assertEquals(below, judge(count, "errors", "9"));
    assertEquals(at, judge(count, "errors", "10"));
    assertEquals(above, judge(count, "errors", "11"));
    String rate = "rate " + operator + " 979.9";
    assertEquals(below, judge(rate, "rate", "979.8999999"));
    assertEquals(at, judge(rate, "rate", "979.9"));
    assertEquals(above, judge(rate, "rate", "979.9000001"));
    String latency = "eviction.p99 " + operator + " 2.1 ms";
    assertEquals(below, judge(latency, "eviction.p99", "2099"));
    assertEquals(at, judge(latency, "eviction.p99", "2100"));
    assertEquals(above, judge(latency, "eviction.p99", "2101"));
  }

  @ParameterizedTest(name = "{0} is {2} microseconds of {1}")
  @CsvSource({
    "3000 ns,  eviction.p99, 3",
    "3 us,     eviction.p99, 3",
    "3 µs,     eviction.p99, 3",
    "3 μs,     eviction.p99, 3",
    "3 ms,     eviction.p99, 3000",
    "3 s,      eviction.p99, 3000000",
    "1.5 s,    eviction.p99, 1500000",
    "5 ms,     generator.gcMs, 5",
    "2 s,      generator.gcMs, 2000",
    "5 ms,     generator.scheduleLagP99Us, 5000"
  })
  void bringsEveryUnitToThatOfTheMetric(String threshold, String path, long at) {
    String gate = path + " == " + threshold;
    assertEquals(Verdict.PASS, judge(gate, path, Long.toString(at)));
    assertEquals(Verdict.FAIL, judge(gate, path, Long.toString(at - 1)));
    assertEquals(Verdict.FAIL, judge(gate, path, Long.toString(at + 1)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "eviction.p99 < 50 ms,               60000, INCONCLUSIVE",
    "overlap.max < 50 ms,                60000, INCONCLUSIVE",
    "rate >= 980,                        500,   INCONCLUSIVE",
    "violations == 0,                    1,     FAIL",
    "unevicted == 0,                     1,     INCONCLUSIVE",
    "errors == 0,                        1,     INCONCLUSIVE",
    "eviction.count >= 10,               1,     INCONCLUSIVE",
    "generator.cpu < 0.9,                0.95,  FAIL",
    "generator.gcMs < 50 ms,             60,    FAIL",
    "generator.scheduleLagP99Us < 5 ms,  6000,  FAIL"
  })
  void doesNotBlameTheServerForWhatAnUnhealthyGeneratorMeasuredOrCounted(
      String gate, String value, Verdict unhealthy) {
    String path = Gate.parse(gate).path();
    assertEquals(
        Verdict.FAIL, Gate.parse(gate).judge(Loads.with(path, value, true), NONE).verdict());
    GateResult result = Gate.parse(gate).judge(Loads.with(path, value, false), NONE);
    assertEquals(unhealthy, result.verdict());
    assertEquals(
        Gate.parse(gate).judge(Loads.with(path, value, true), NONE).value(), result.value());
  }

  @ParameterizedTest(name = "{0}, measured {1}, late by {3} at {2}")
  @CsvSource({
    "eviction.p50 < 50 ms,         51000, loopLagP50Us,  1000,  FAIL",
    "eviction.p50 < 50 ms,         50999, loopLagP50Us,  1000,  INCONCLUSIVE",
    "eviction.p90 <= 50 ms,        51000, loopLagP90Us,  1000,  INCONCLUSIVE",
    "eviction.p99 < 50 ms,         50999, loopLagP99Us,  1000,  INCONCLUSIVE",
    "eviction.p99 < 50 ms,         60000, loopLagP50Us,  59000, FAIL",
    "eviction.p99.9 < 50 ms,       50999, loopLagP999Us, 1000,  INCONCLUSIVE",
    "eviction.max < 50 ms,         50999, loopLagMaxUs,  1000,  INCONCLUSIVE",
    "eviction.mean < 50 ms,        50999, loopLagMeanUs, 1000,  INCONCLUSIVE",
    "eviction.p99 < 50 ms,         49999, loopLagP99Us,  9000,  PASS",
    "eviction.p99 < 1 ms,          2000,  loopLagP99Us,  9000,  INCONCLUSIVE",
    "eviction.p99 > 50 ms,         51000, loopLagP99Us,  1000,  INCONCLUSIVE",
    "eviction.p99 > 50 ms,         50000, loopLagP99Us,  1000,  FAIL",
    "admission.p99 < 50 ms,        50999, loopLagP99Us,  1000,  INCONCLUSIVE",
    "evictionFromPlan.p99 < 50 ms, 51999, loopLagP99Us,  1000,  INCONCLUSIVE",
    "evictionFromPlan.p99 < 50 ms, 52000, loopLagP99Us,  1000,  FAIL",
    "rate >= 980,                  970,   loopLagP99Us,  1000,  FAIL",
    "errors == 0,                  1,     loopLagP99Us,  1000,  FAIL"
  })
  void aLatencyThatFailsByNoMoreThanTheGeneratorsOwnLagDecidesNothing(
      String gate, String value, String reading, long lag, Verdict expected) {
    String path = Gate.parse(gate).path();
    ObjectNode load = Loads.JSON.valueToTree(Loads.with(path, value, true));
    load.withObject("/generator").put(reading, lag);
    GateResult result = Gate.parse(gate).judge(Loads.result(load), NONE);
    assertEquals(expected, result.verdict());
    assertEquals(expected == Verdict.INCONCLUSIVE, result.reason() != null, result.toString());
  }

  @ParameterizedTest(name = "{0} of {1} samples, p50 {2}, p90 {3}, p99 and more {4}")
  @CsvSource({
    "eviction.p99 < 50 ms,   300,   1, 2, 3,    PASS",
    "eviction.p99 < 50 ms,   299,   1, 2, 3,    INCONCLUSIVE",
    "eviction.p99 < 50 ms,   299,   1, 2, 60,   INCONCLUSIVE",
    "eviction.p99 < 50 ms,   299,   1, 55, 60,  FAIL",
    "eviction.p99 < 50 ms,   29,    1, 55, 60,  INCONCLUSIVE",
    "eviction.p99 < 50 ms,   29,    51, 55, 60, FAIL",
    "eviction.p99 < 50 ms,   5,     51, 55, 60, INCONCLUSIVE",
    "eviction.p99.9 < 50 ms, 2999,  1, 2, 3,    INCONCLUSIVE",
    "eviction.p99.9 < 50 ms, 3000,  1, 2, 3,    PASS",
    "eviction.p99.9 < 50 ms, 2999,  1, 2, 60,   FAIL",
    "eviction.p90 <= 50 ms,  29,    1, 2, 3,    INCONCLUSIVE",
    "eviction.p50 <= 50 ms,  6,     1, 2, 3,    PASS",
    "eviction.p99 > 50 ms,   299,   51, 55, 60, PASS",
    "eviction.p99 > 50 ms,   299,   1, 2, 60,   INCONCLUSIVE",
    "eviction.p99 == 60 ms,  299,   51, 55, 60, INCONCLUSIVE",
    "eviction.max < 50 ms,   1,     1, 2, 3,    PASS",
    "eviction.mean < 50 ms,  1,     1, 2, 3,    PASS"
  })
  void aPercentileOfFewSamplesDecidesOnlyWhatALowerOneShows(
      String gate, int samples, int p50, int p90, int rest, Verdict expected) {
    ObjectNode load = Loads.empty(true);
    ObjectNode eviction = load.withObject("/metrics/eviction").put("count", samples);
    eviction.put("p50", p50 * 1000).put("p90", p90 * 1000).put("p99", rest * 1000);
    eviction.put("p99.9", rest * 1000).put("max", rest * 1000).put("mean", p50 * 1000);
    GateResult result = Gate.parse(gate).judge(Loads.result(load), NONE);
    assertEquals(expected, result.verdict(), result.toString());
    assertEquals(expected == Verdict.INCONCLUSIVE, result.reason() != null, result.toString());
    Verdict enough =
        Gate.parse(gate).judge(Loads.result(load), NONE, Gate.Few.TELL_ENOUGH).verdict();
    assertEquals(rest < 50 == gate.contains("<"), enough == Verdict.PASS, gate);
  }

  @Test
  void saysHowManySamplesAPercentileTakes() {
    ObjectNode load = Loads.empty(true);
    load.withObject("/metrics/eviction").put("count", 1_500);
    assertEquals(
        "1,500 samples are too few for p99.9, which takes 3,000: raise --duration or --rate",
        Gate.parse("eviction.p99.9 < 50 ms").judge(Loads.result(load), NONE).reason());
  }

  @Test
  void saysHowMuchOfAnOpenLatencyMayBeTheGeneratorsOwn() {
    ObjectNode load = Loads.JSON.valueToTree(Loads.with("eviction.p99", "50100", true));
    load.withObject("/generator").put("loopLagP99Us", 1_240);
    assertEquals(
        "up to 1.2 ms of it may be the generator's own: its event loops were late",
        Gate.parse("eviction.p99 < 50 ms").judge(Loads.result(load), NONE).reason());
  }

  @ParameterizedTest
  @CsvSource({"eviction.p99 < 50 ms, 40000", "rate >= 980, 990", "violations == 0, 0"})
  void leavesWhatPassesAPassWhateverTheHealth(String gate, String value) {
    String path = Gate.parse(gate).path();
    assertEquals(
        Verdict.PASS, Gate.parse(gate).judge(Loads.with(path, value, false), NONE).verdict());
  }

  @ParameterizedTest
  @ValueSource(strings = {"p50", "p90", "p99", "p99.9", "max", "mean"})
  void provesNothingWithoutSamples(String statistic) {
    for (String operator : new String[] {"<", ">=", "==", "!="}) {
      String expression = "eviction." + statistic + " " + operator + " 0 ms";
      GateResult inconclusive = new GateResult(expression, null, Verdict.INCONCLUSIVE);
      for (boolean healthy : new boolean[] {true, false}) {
        ObjectNode load = Loads.empty(healthy);
        assertEquals(
            inconclusive, Gate.parse(expression).judge(Loads.result(load), NONE), "absent");
        load.withObject("/metrics/eviction").put("count", 0).put(statistic, 0);
        assertEquals(
            inconclusive, Gate.parse(expression).judge(Loads.result(load), NONE), "count 0");
        load.remove("metrics");
        assertEquals(
            inconclusive, Gate.parse(expression).judge(Loads.result(load), NONE), "none at all");
      }
    }
  }

  @Test
  void countsNoSamplesAsZero() {
    ObjectNode load = Loads.empty(true);
    String atLeast = "eviction.count >= 1";
    assertEquals(
        new GateResult(atLeast, "0", Verdict.FAIL),
        Gate.parse(atLeast).judge(Loads.result(load), NONE));
    load.withObject("/metrics/eviction").put("count", 0);
    assertEquals(
        new GateResult("eviction.count == 0", "0", Verdict.PASS),
        Gate.parse("eviction.count == 0").judge(Loads.result(load), NONE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
  void takesWhatThePlatformCannotTellForNoSample(double unknown) {
    ObjectNode load = Loads.empty(true);
    load.withObject("/generator").put("cpu", unknown);
    assertEquals(
        new GateResult("generator.cpu < 0.9", null, Verdict.INCONCLUSIVE),
        Gate.parse("generator.cpu < 0.9").judge(Loads.result(load), NONE));
  }

  @Test
  void neverPassesWhatNoLatencyCanReach() {
    assertEquals(Verdict.FAIL, judge("eviction.p99 < 0 ms", "eviction.p99", "0"));
  }

  @ParameterizedTest(name = "{1} reads {2} beside {0}")
  @CsvSource({
    "eviction.p99 < 50 ms,    0,       0 µs",
    "eviction.p99 < 50 ms,    312,     312 µs",
    "eviction.p99 < 50 ms,    999,     999 µs",
    "eviction.p99 < 50 ms,    1000,    1 ms",
    "eviction.p99 < 50 ms,    2100,    2.1 ms",
    "eviction.p99 < 50 ms,    2149,    2.1 ms",
    "eviction.p99 < 50 ms,    2150,    2.2 ms",
    "eviction.p99 < 50 ms,    999949,  999.9 ms",
    "eviction.p99 < 50 ms,    999950,  1 s",
    "eviction.p99 < 50 ms,    1500000, 1.5 s",
    "eviction.p99 < 50 ms,    75340000, 75.3 s",
    "eviction.p99 <= 2.1 ms,  2149,    2.15 ms",
    "eviction.p99 < 2.2 ms,   2199,    2.199 ms",
    "eviction.p99 <= 50 ms,   50001,   50.001 ms",
    "eviction.p99 < 1 s,      999999,  0.999999 s",
    "generator.gcMs < 50 ms,  12,      12 ms",
    "generator.gcMs < 50 ms,  1240,    1.2 s",
    "generator.scheduleLagP99Us < 5 ms, 87, 87 µs",
    "violations == 0,         0,       0",
    "takeovers > 0,           1234567, 1234567",
    "rate >= 980,             0,       0",
    "rate >= 980,             1000,    1000",
    "rate >= 980,             981.26,  981.3",
    "rate >= 980,             979.96,  979.96",
    "rate >= 980,             979.996, 979.996",
    "generator.cpu < 0.9,     0.4249,  0.42",
    "generator.cpu < 0.9,     0.8999,  0.8999"
  })
  void showsTheValueForPeopleButNeverOnTheOtherSideOfTheThreshold(
      String gate, String value, String shown) {
    Gate parsed = Gate.parse(gate);
    GateResult result = parsed.judge(Loads.with(parsed.path(), value, true), NONE);
    assertEquals(gate, result.expression());
    assertEquals(shown, result.value());
  }

  private static Verdict judge(String gate, String path, String value) {
    return Gate.parse(gate).judge(Loads.with(path, value, true), NONE).verdict();
  }
}
