package io.solewire.simulation.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {

  /** RFC 6455 section 5.5: a control frame has 125 bytes, two of them for the code. */
  private static final int LONGEST_REASON = 123;

  @Test
  void readsWhatItWrites() {
    Stamps stamps = new Stamps(-7, 5_000_001);
    assertEquals("superseded -7 5000001", stamps.text());
    assertEquals(Optional.of(stamps), Stamps.of(stamps.text()));
    assertEquals(5_000_008, stamps.delay());
  }

  @Test
  void theLongestFitsIntoAClose() {
    String longest = new Stamps(Long.MIN_VALUE, Long.MIN_VALUE).text();
    assertTrue(longest.length() <= LONGEST_REASON, longest);
    assertEquals(Long.MIN_VALUE, Stamps.of(longest).orElseThrow().put());
  }

  @Test
  void aClockThatWrapsBetweenThemIsNoHarm() {
    assertEquals(2, new Stamps(Long.MAX_VALUE, Long.MIN_VALUE + 1).delay());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "superseded",
        "superseded 5",
        "superseded 5 6 7",
        "superseded 5 x",
        "superseded 5 6…",
        " superseded 5 6",
        "superseded 5 9999999999999999999",
        "superseded 6 5"
      })
  void anythingElseIsNone(String reason) {
    assertEquals(Optional.empty(), Stamps.of(reason));
  }
}
