package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How the target of a load compares with another one, the reference: both were put under the same
 * load in turns, round by round. Immutable.
 *
 * @param reference its name
 * @param rounds that count: both sides had the planned load
 * @param ratios one for each number that was compared; none if nothing could be
 * @param verdict the worst of them
 * @param reason why it is inconclusive; else null
 * @param confidence that all intervals hold together, 0 to 1
 * @param left rounds that do not count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Versus(
    String reference,
    int rounds,
    List<Ratio> ratios,
    Verdict verdict,
    String reason,
    double confidence,
    List<Left> left) {

  /** What a file does not say is not known. */
  public Versus {
    ratios = ratios == null ? List.of() : ratios.stream().filter(Objects::nonNull).toList();
    left = left == null ? List.of() : left.stream().filter(Objects::nonNull).toList();
    verdict = verdict == null ? Verdict.INCONCLUSIVE : verdict;
  }

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
   * @param reference its median over the rounds, microseconds or per second; null if there are none
   * @param target the same of the target
   * @param ratio target to reference, the mean over the rounds, which is not that of the medians;
   *     null if too few rounds count
   * @param low the lower end of its interval
   * @param high the upper end
   * @param verdict what follows for this number
   * @param smallest the smallest factor that about nine of ten such comparisons would have shown
   * @param reason why it is inconclusive; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Ratio(
      String metric,
      Double reference,
      Double target,
      Double ratio,
      Double low,
      Double high,
      Verdict verdict,
      Double smallest,
      String reason) {

    /** What a file does not say is not known. */
    public Ratio {
      verdict = verdict == null ? Verdict.INCONCLUSIVE : verdict;
    }
  }

  /**
   * A round that does not count.
   *
   * @param round from 0, those that warm up left aside
   * @param reference what was wrong with its slot; empty if nothing was
   * @param target the same of the target
   */
  public record Left(int round, String reference, String target) {

    /** What was wrong, in words. */
    public String text() {
      String which = reference.isEmpty() ? "target: " + target : "reference: " + reference;
      return "round " + (round + 1) + ", " + which;
    }
  }

  /**
   * The same where nothing is known.
   *
   * @param why one sentence
   * @return without ratios
   */
  public static Versus unknown(String reference, String why) {
    return new Versus(reference, 0, List.of(), Verdict.INCONCLUSIVE, why, 0, List.of());
  }
}
