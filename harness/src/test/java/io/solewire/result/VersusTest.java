package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.solewire.result.Versus.Left;
import io.solewire.result.Versus.Ratio;
import io.solewire.result.Versus.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A comparison in result.json and in words. */
class VersusTest {

  private static final Ratio WORSE =
      new Ratio("eviction.p99", 400.0, 520.0, 1.31, 1.18, 1.46, Verdict.REGRESSION, 1.2, null);
  private static final Ratio SAME =
      new Ratio("eviction.p50", 100.0, 101.0, 1.01, 0.95, 1.07, Verdict.NO_DIFFERENCE, 1.14, null);
  private static final Ratio BETTER =
      new Ratio("admission.p50", 90.0, 60.0, 0.66, 0.6, 0.72, Verdict.IMPROVEMENT, 1.14, null);
  private static final Ratio UNKNOWN =
      new Ratio(
          "admission.p99", null, null, null, null, null, Verdict.INCONCLUSIVE, null, "too few");

  private static Versus versus(Verdict verdict, String reason, Ratio... metrics) {
    List<Left> left = List.of(new Left(3, "", "7 newcomers were not admitted"));
    return new Versus("acme", 12, List.of(metrics), verdict, reason, 0.995, left);
  }

  @Test
  void theWorstVerdictWinsButAnImprovementBesideNoDifferenceIsOne() {
    assertEquals(Verdict.REGRESSION, Verdict.INCONCLUSIVE.join(Verdict.REGRESSION));
    assertEquals(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE.join(Verdict.IMPROVEMENT));
    assertEquals(Verdict.IMPROVEMENT, Verdict.IMPROVEMENT.join(Verdict.NO_DIFFERENCE));
    assertEquals(Verdict.IMPROVEMENT, Verdict.NO_DIFFERENCE.join(Verdict.IMPROVEMENT));
    assertEquals(Verdict.NO_DIFFERENCE, Verdict.NO_DIFFERENCE.join(Verdict.NO_DIFFERENCE));
  }

  @Test
  void itIsReadAsItIsWritten() throws JsonProcessingException {
    Versus versus = versus(Verdict.REGRESSION, null, WORSE, SAME, UNKNOWN);
    String json = Results.mapper().writeValueAsString(versus);
    assertTrue(json.contains("\"no-difference\""), json);
    assertFalse(json.contains("null"), json);
    assertEquals(versus, Results.mapper().readValue(json, Versus.class));
  }

  @Test
  void theHeadlineNamesWhatIsWorseOrBetter() {
    assertEquals(
        "worse than acme: eviction.p99 1.31 times (1.18 to 1.46)",
        VersusWords.headline(versus(Verdict.REGRESSION, null, WORSE, SAME, BETTER)));
    assertEquals(
        "better than acme: admission.p50 0.66 times (0.60 to 0.72)",
        VersusWords.headline(versus(Verdict.IMPROVEMENT, null, SAME, BETTER)));
    assertEquals(
        "no difference to acme shown in 12 rounds",
        VersusWords.headline(versus(Verdict.NO_DIFFERENCE, null, SAME)));
    assertEquals(
        "whether it differs from acme is not known: admission.p99: too few",
        VersusWords.headline(versus(Verdict.INCONCLUSIVE, "admission.p99: too few", UNKNOWN)));
  }

  @Test
  void eachRatioHasALineAndWhatWasLeftOutIsSaid() {
    assertEquals(
        List.of(
            "worse than acme: eviction.p99 1.31 times (1.18 to 1.46)",
            "  eviction.p99  1.31 times (1.18 to 1.46): worse",
            "  eviction.p50  1.01 times (0.95 to 1.07): no difference shown; 1.14 times would have"
                + " been",
            "  admission.p50  0.66 times (0.60 to 0.72): better",
            "  admission.p99  not known: too few",
            "1 round left out, such as round 4, target: 7 newcomers were not admitted",
            "12 rounds; all intervals hold together at 99.5 %"),
        VersusWords.lines(versus(Verdict.REGRESSION, null, WORSE, SAME, BETTER, UNKNOWN)));
  }
}
