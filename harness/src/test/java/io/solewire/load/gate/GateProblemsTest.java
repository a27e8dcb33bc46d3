package io.solewire.load.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateProblemsTest {

  private static final String NUMBER =
      ": expected a plain number such as 50 or 1.5, without sign, separators or exponent";

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "∞",
        "-1",
        "+1",
        "−1",
        "1_000",
        "1,000",
        "1,5",
        "1'000",
        "1 000",
        "1e400",
        "1e3",
        "1E3",
        "1.",
        "1.2.3",
        "1..2",
        ".5",
        "ten",
        "ms",
        "٣",
        "1,000ms",
        "1e400 ms"
      })
  void refusesWhatIsNoPlainNumber(String number) {
    String message = problem("rate >= " + number);
    assertTrue(message.startsWith("gate 'rate >= " + number + "': '"), message);
    assertTrue(message.endsWith(" is no number" + NUMBER), message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          rate >= NaN      =>> 'NaN' is no number
          rate >= -1       =>> '-1' is no number
          rate >= 1_000    =>> '1_000' is no number
          rate >= 1,000    =>> '1,000' is no number
          rate >= 1 000    =>> '1 000' is no number
          rate >= 1e400    =>> '1e400' is no number
          rate >= 1e3      =>> '1e3' is no number
          eviction.p99 < 1,000ms =>> '1,000' is no number
          eviction.p99 < ms      =>> 'ms' is no number
          eviction.p99 < -5 ms   =>> '-5' is no number
          rate >=          =>> it has no number
          """)
  void namesTheNumberThatIsNone(String text, String fault) {
    assertEquals("gate '" + text + "': " + fault + NUMBER, problem(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          eviction.p99 50 ms        =>> it has no operator: expected one of < <= > >= == !=
          violations                =>> it has no operator: expected one of < <= > >= == !=
          violations = 0            =>> '=' is no operator: expected one of < <= > >= == !=; did you mean ==?
          violations === 0          =>> '===' is no operator: expected one of < <= > >= == !=; did you mean ==?
          errors =< 5               =>> '=<' is no operator: expected one of < <= > >= == !=; did you mean <=?
          errors < = 5              =>> '< =' is no operator: expected one of < <= > >= == !=; did you mean <=?
          errors ≤ 5                =>> '≤' is no operator: expected one of < <= > >= == !=; did you mean <=?
          rate => 5                 =>> '=>' is no operator: expected one of < <= > >= == !=; did you mean >=?
          errors <> 5               =>> '<>' is no operator: expected one of < <= > >= == !=; did you mean !=?
          errors ! 5                =>> '!' is no operator: expected one of < <= > >= == !=
          errors << 5               =>> '<<' is no operator: expected one of < <= > >= == !=
          1 < errors < 5            =>> it has more than one operator: expected one comparison, and a gate of its own for each
          errors < 5 && rate > 9    =>> it has more than one operator: expected one comparison, and a gate of its own for each
          rate >= 1000000000000000  =>> '1000000000000000' is out of range: expected a number below 10^15 with at most 9 decimals
          rate >= 0.1234567891      =>> '0.1234567891' is out of range: expected a number below 10^15 with at most 9 decimals
          generator.cpu < 90        =>> generator.cpu is a share from 0 to 1 and 90 is none: expected a number up to 1, such as 0.9
          """)
  void namesTheExpressionTheFaultAndWhatWasExpected(String text, String problem) {
    assertEquals("gate '" + text + "': " + problem, problem(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          eviction.p99 < 50         =>> eviction.p99 is a latency and the number has no unit: expected ns, us, µs, ms or s, such as 50 ms
          generator.gcMs < 50       =>> generator.gcMs is a time and the number has no unit: expected ns, us, µs, ms or s, such as 50 ms
          generator.scheduleLagP99Us < 9 =>> generator.scheduleLagP99Us is a time and the number has no unit: expected ns, us, µs, ms or s, such as 9 ms
          eviction.p99 < 50 m       =>> 'm' is no unit: expected ns, us, µs, ms or s
          eviction.p99 < 50 sec     =>> 'sec' is no unit: expected ns, us, µs, ms or s
          eviction.p99 < 50 MS      =>> 'MS' is no unit: expected ns, us, µs, ms or s; units are case-sensitive, did you mean ms?
          eviction.p99 < 5S         =>> 'S' is no unit: expected ns, us, µs, ms or s; units are case-sensitive, did you mean s?
          eviction.p99 < 50e        =>> 'e' is no unit: expected ns, us, µs, ms or s
          eviction.p99 < 50 ms ok   =>> 'ok' is left over: expected nothing after the unit
          eviction.p99 < 50 ms 5    =>> '5' is left over: expected nothing after the unit
          violations == 0 ms        =>> violations is a count and takes no unit: expected nothing after the number, but there is 'ms'
          eviction.count > 9 ms     =>> eviction.count is a count and takes no unit: expected nothing after the number, but there is 'ms'
          rate >= 980/s             =>> rate is a rate per second and takes no unit: expected nothing after the number, but there is '/s'
          generator.cpu < 90%       =>> generator.cpu is a share from 0 to 1 and takes no unit: expected nothing after the number, but there is '%'
          rate >= 0x10              =>> rate is a rate per second and takes no unit: expected nothing after the number, but there is 'x10'
          violations == 0 or so     =>> violations is a count and takes no unit: expected nothing after the number, but there is 'or so'
          """)
  void saysWhichMetricsTakeWhichUnits(String text, String problem) {
    assertEquals("gate '" + text + "': " + problem, problem(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          evicton.p99 < 5 ms       =>> 'evicton.p99'      =>> ; did you mean eviction.p99?
          eviction.p95 < 5 ms      =>> 'eviction.p95'     =>> ; did you mean eviction.p90 or eviction.p99?
          Eviction.P99 < 5 ms      =>> 'Eviction.P99'     =>> ; names are case-sensitive, did you mean eviction.p99?
          VIOLATIONS == 0          =>> 'VIOLATIONS'       =>> ; names are case-sensitive, did you mean violations?
          generator.gcms < 5 ms    =>> 'generator.gcms'   =>> ; names are case-sensitive, did you mean generator.gcMs?
          eviction < 5 ms          =>> 'eviction'         =>> ; did you mean eviction.p99?
          violation == 0           =>> 'violation'        =>> ; did you mean violations?
          violations foo == 0      =>> 'violations foo'   =>> ; did you mean violations?
          50 ms > errors           =>> '50 ms'            =>> ''
          latency.p99 < 5 ms       =>> 'latency.p99'      =>> ''
          """)
  void listsTheMetricsAndSuggestsTheNearest(String text, String metric, String suggestion) {
    String quoted = metric.startsWith("'") ? metric : "'" + metric + "'";
    assertEquals(
        "gate '"
            + text
            + "': "
            + quoted
            + " is no metric: expected one of "
            + Measures.listed()
            + suggestion,
        problem(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\u00a0\u3000"})
  void refusesTheEmptyGate(String text) {
    assertEquals(
        "gate '': it is empty: expected a comparison such as eviction.p99 < 50 ms", problem(text));
  }

  @Test
  void missesAMetricThatIsNotThere() {
    assertTrue(
        problem("< 5 ms").startsWith("gate '< 5 ms': it has no metric: expected one of rate,"));
  }

  @Test
  void showsWhatCannotBeSeenAsAnEscapeAndCutsWhatIsLong() {
    String message = problem("rate\u200b >= 5\u001b[2J" + "x".repeat(10_000) + "\ud83d");
    assertTrue(message.startsWith("gate 'rate\\u200b >= 5\\u001b[2Jxx"), message);
    assertFalse(message.contains("\u001b") || message.contains("\u200b"), message);
    assertTrue(message.contains("x…': 'rate\\u200b' is no metric"), message);
    assertTrue(message.length() < 800, message);
  }

  @Test
  void keepsTheProblemsApart() {
    GateException e = assertThrows(GateException.class, () -> Gate.parse("rate"));
    assertEquals(List.of(e.getMessage()), e.problems());
  }

  private static String problem(String text) {
    String message = assertThrows(GateException.class, () -> Gate.parse(text)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }
}
