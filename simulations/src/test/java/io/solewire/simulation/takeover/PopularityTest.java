package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How popularity is written. */
class PopularityTest {

  @ParameterizedTest
  @CsvSource({
    "uniform, 0",
    "zipf, 1",
    "zipf:1, 1",
    "zipf:0.5, 0.5",
    "zipf:0.01, 0.01",
    "zipf:3, 3"
  })
  void theseAreRead(String text, double exponent) {
    assertEquals(exponent, Popularity.of(text).exponent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zipf:",
        "zipf:0",
        "zipf:0.0",
        "zipf:3.01",
        "zipf:-1",
        "zipf:1e0",
        "zipf:.5",
        "zipf:1.",
        "zipf:NaN",
        "zipf: 1",
        "Zipf",
        "ZIPF:1",
        "uniform:1",
        "uniform ",
        "pareto"
      })
  void theseAreRefusedWithWhatWasExpected(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Popularity.of(text));
    assertEquals(
        "'" + text + "' is not uniform, zipf, or zipf:EXPONENT with 0 < EXPONENT <= 3",
        e.getMessage());
  }
}
