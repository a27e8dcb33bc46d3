package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.history.Trace;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings have so many spans in them that they are not written by a formatter. */
class SayTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 ms",
    "50000, 0.1 ms",
    "49999, 0.0 ms",
    "-40000, -0.0 ms",
    "99950000, 100.0 ms",
    "100000000, 100 ms",
    "-100500000, -101 ms",
    "5500000000, 5500 ms",
    Trace.NEVER + ", never"
  })
  void roundsSpans(long nanos, String text) {
    assertEquals(text, Say.millis(nanos));
  }

  @Test
  void writesThemAsAFormatterDoes() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long nanos = random.nextLong() >> (20 + random.nextInt(40));
      String format = Math.abs(nanos) >= 100_000_000 ? "%.0f ms" : "%.1f ms";
      String expected = String.format(Locale.ROOT, format, nanos / 1e6);
      assertEquals(expected, Say.millis(nanos), "of " + nanos);
    }
  }
}
