package io.solewire.report;

import static io.solewire.report.LoadSamples.failed;
import static io.solewire.report.LoadSamples.finding;
import static io.solewire.report.LoadSamples.load;
import static io.solewire.report.LoadSamples.open;
import static io.solewire.report.LoadSamples.passed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTextTest {

  private static final LoadResult MIXED =
      LoadSamples.findings(
          load(passed(), failed(), open()),
          finding("B1", "MUST", Verdict.FAIL, 3, 5_000),
          finding("A1", "MUST", Verdict.PASS, 0, 5_000),
          finding("E1", "MUST", Verdict.INCONCLUSIVE, 0, 0));

  @Test
  void readsAsOneWouldWriteItByHand() {
    assertEquals(
        """
        latency                  count     p50     p90     p99   p99.9      max
        eviction                 5,000  400 µs  950 µs  2.1 ms  5.3 ms  14.2 ms
        evictionFromPlan         5,000  470 µs  1.1 ms  2.3 ms  5.6 ms  14.3 ms
        evictionAfterAdmission   4,400   90 µs  310 µs  880 µs  2.7 ms   9.1 ms
        evictionBeforeAdmission    600   45 µs  120 µs  340 µs  610 µs   640 µs
        admission                5,000  310 µs  720 µs  1.7 ms  4.1 ms  11.8 ms
        release                    250  210 µs  480 µs  1.3 ms  1.5 ms   1.5 ms
        overlap                  5,000   80 µs  290 µs  860 µs  2.6 ms   9.1 ms
        load          takeover, 1,000 users (uniform), 10.0 s after 5.0 s of warm-up
        rate          499.8/s started of 500/s planned (>99.9 %)
        takeovers     5,000, 0 of them unevicted; 0 violations; 3 more connects of no
                      known order
        not admitted  2 newcomers: HTTP 503 ×2 (100 %)
        evicted by    close:4409 ×4,990 (99.8 %), fin ×10 (0.2 %)
        order         evicted before the newcomer was admitted in 12.0 % (95 % interval
                      11.1 to 12.9 %), by 45 µs at p50; after in 88.0 %, by 90 µs at p50
        sample        500 newcomers asked for a sign of life, 250 releases waited for
        generator     healthy; CPU 34 %, garbage collection 12 ms, newcomers 120 µs late
                      at p99
        gates         pass          eviction.p99 < 5 ms    2.1 ms
                      fail          eviction.p99.9 < 5 ms  5.3 ms
                      inconclusive  release.p99 < 10 ms    no samples
        rules         fail          B1  MUST  broken in 3 of 5,000: RST without a Close
                      pass          1 rule not seen broken
        """,
        String.join("\n", LoadText.lines(MIXED)) + "\n");
  }

  @Test
  void readsTheSameWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    List<String> expected = LoadText.lines(MIXED);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, LoadText.lines(MIXED));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void saysWhyItsNumbersProveNothing() {
    List<String> lines = LoadText.lines(LoadSamples.generator(load(), LoadSamples.TIRED));
    assertTrue(
        lines.contains("unproven      newcomers were started 48.0 ms late at p99"),
        lines.toString());
    assertTrue(
        lines.stream().anyMatch(l -> l.startsWith("generator     not healthy: ")),
        lines.toString());
    assertTrue(LoadText.lines(load()).stream().noneMatch(l -> l.startsWith("unproven")));
  }

  @Test
  void isNeverWiderThanATerminal() {
    Latency slow =
        new Latency(99_999_999, 99_940, 59_900_000, 61_000_000, 3_600_000_000L, 86_400_000_000L, 1);
    LoadResult wide =
        LoadSamples.metrics(
            load(passed()), Map.of("eviction", slow, "evictionBeforeAdmission", slow));
    for (LoadResult load : List.of(MIXED, LoadSamples.hostile(), LoadSamples.bare(), wide)) {
      for (String line : LoadText.lines(load)) {
        assertTrue(line.codePointCount(0, line.length()) <= 80, line);
        assertEquals(line.stripTrailing(), line);
      }
    }
    String row = LoadText.lines(wide).get(1);
    assertTrue(row.endsWith("  99.9 ms  59.9 s  61 s  3,600 s  86,400 s"), row);
  }

  @Test
  void breaksAWordThatIsLongerThanALine() {
    LoadResult long1 =
        load(new LoadResult.GateResult("x".repeat(200), "y".repeat(90), Verdict.FAIL));
    String text = String.join("", LoadText.lines(long1)).replace(" ", "");
    assertTrue(text.contains("x".repeat(200) + "y".repeat(90)), text);
  }

  @Test
  void letsNoServerSpeakToTheTerminal() {
    for (String line : LoadText.lines(LoadSamples.hostile())) {
      assertFalse(line.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u202E'), line);
    }
  }

  @Test
  void goesOnWithoutAnythingThatCanBeAbsent() {
    List<String> lines = LoadText.lines(LoadSamples.bare());
    assertEquals("no latency was measured", lines.get(0));
    assertTrue(lines.contains("unproven      the health of the measuring side was not recorded"));
    assertTrue(lines.stream().noneMatch(l -> l.contains("null")), lines.toString());
  }
}
