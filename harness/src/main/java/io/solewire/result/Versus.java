package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * How another target (B) compares with the one that the rest of a result speaks of (A): both were
 * put under the same load in turns, round by round. Immutable.
 *
 * @param target name of B
 * @param rounds that count: both sides had the planned load
 * @param metrics one for each number that was compared
 * @param verdict the worst of them
 * @param reason why it is inconclusive; else null
 * @param confidence that all intervals hold together, 0 to 1
 * @param left rounds that do not count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Versus(
    String target,
    int rounds,
    List<Metric> metrics,
    Verdict verdict,
    String reason,
    double confidence,
    List<Left> left) {

  /** What follows, better first. */
  public enum Verdict {
    /** A difference for the better, and none for the worse. */
    IMPROVEMENT,
    /** None that matters. */
    NO_DIFFERENCE,
    /** One that matters may hide under the noise. */
    INCONCLUSIVE,
    /** A difference for the worse. */
    REGRESSION;

    /** The name in result.json: in lower case, with a hyphen. */
    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Combines two.
     *
     * @param other the other one
     * @return the worse; an improvement beside no difference is one
     */
    public Verdict join(Verdict other) {
      Verdict worse = compareTo(other) >= 0 ? this : other;
      boolean either = this == IMPROVEMENT || other == IMPROVEMENT;
      return worse == NO_DIFFERENCE && either ? IMPROVEMENT : worse;
    }
  }

  /**
   * One number.
   *
   * @param metric its name, such as {@code eviction.p99}
   * @param a its median over the rounds, microseconds or per second; null if there are none
   * @param b the same of B
   * @param ratio B to A, the mean over the rounds, which is not that of the medians; null if too
   *     few rounds count
   * @param low the lower end of its interval
   * @param high the upper end
   * @param verdict what follows for this number
   * @param smallest the smallest factor that about nine of ten such comparisons would have shown
   * @param reason why it is inconclusive; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Metric(
      String metric,
      Double a,
      Double b,
      Double ratio,
      Double low,
      Double high,
      Verdict verdict,
      Double smallest,
      String reason) {}

  /**
   * A round that does not count.
   *
   * @param round from 0, those that warm up left aside
   * @param a what was wrong with the slot of A; empty if nothing was
   * @param b the same of B
   */
  public record Left(int round, String a, String b) {

    /** What was wrong, in words. */
    public String text() {
      return "round " + (round + 1) + ", " + (a.isEmpty() ? "B: " + b : "A: " + a);
    }
  }
}
