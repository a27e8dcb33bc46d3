package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateReadingTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "eviction.p99 < 50 ms,            eviction.p99,               <,  50000",
    "eviction.p99<250ms,              eviction.p99,               <,  250000",
    "eviction.p99 <250 ms,            eviction.p99,               <,  250000",
    "evictionFromPlan.p99.9 <= 1.5 s, evictionFromPlan.p99.9,     <=, 1500000",
    "overlap.max<=1s,                 overlap.max,                <=, 1000000",
    "admission.mean > 10 us,          admission.mean,             >,  10",
    "admission.p50 > 10 µs,           admission.p50,              >,  10",
    "admission.p90 > 10μs,            admission.p90,              >,  10",
    "release.p50 >= 1500 ns,          release.p50,                >=, 1.5",
    "eviction.p99 < 0 ms,             eviction.p99,               <,  0",
    "eviction.count >= 1000,          eviction.count,             >=, 1000",
    "violations == 0,                 violations,                 ==, 0",
    "violations==0,                   violations,                 ==, 0",
    "errors != 3,                     errors,                     !=, 3",
    "rate >= 980.5,                   rate,                       >=, 980.5",
    "rate >= 999999999999999,         rate,                       >=, 999999999999999",
    "generator.cpu < 0.9,             generator.cpu,              <,  0.9",
    "generator.cpu <= 1,              generator.cpu,              <=, 1",
    "generator.gcMs < 200 ms,         generator.gcMs,             <,  200000",
    "generator.scheduleLagP99Us<1ms,  generator.scheduleLagP99Us, <,  1000"
  })
  void readsMetricOperatorNumberAndUnit(
      String text, String path, String operator, BigDecimal threshold) {
    Gate gate = Gate.parse(text);
    assertEquals(text, gate.expression());
    assertEquals(text, gate.toString());
    assertEquals(path, gate.path());
    assertEquals(operator, gate.operator().text());
    assertEquals(
        0,
        threshold.compareTo(gate.threshold().at(BigDecimal.TEN)),
        () -> "read " + gate.threshold());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  eviction.p99\t<\n50   ms ",
        "\u00a0eviction.p99\u2003<\u202f50\u00a0ms\u3000",
        "eviction.p99\u2028<\u008550\u1680ms"
      })
  void takesEveryKindOfWhiteSpaceForASpace(String text) {
    Gate gate = Gate.parse(text);
    assertEquals("eviction.p99 < 50 ms", gate.expression());
    assertEquals(0, BigDecimal.valueOf(50_000).compareTo(gate.threshold().at(BigDecimal.TEN)));
  }

  @Test
  void readsNoGateFromNothing() {
    assertThrows(NullPointerException.class, () -> Gate.parse(null));
  }
}
