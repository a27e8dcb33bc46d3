package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.Listed;
import io.solewire.result.RunResult;
import java.util.Locale;

/**
 * Where a case stands once the list of known failures has been looked at: its verdict, except that
 * a known failure does not count, and one that passes now or is past its date does.
 */
public enum Standing {
  /** It passed. */
  PASS("pass"),
  /** A SHOULD was broken. */
  WARN("warn"),
  /** It failed, as the list of known failures says. */
  KNOWN("known failure"),
  /** It could not be observed. */
  INCONCLUSIVE("inconclusive"),
  /** The harness failed. */
  ERROR("error"),
  /** It is on the list of known failures but passes now. */
  STALE("passes, listed as known failure"),
  /** It failed, or is still bad after the last day on which that was known. */
  FAIL("fail"),
  /** The profile does not enable it. */
  NOT_APPLICABLE("not applicable");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /**
   * Looks at one case.
   *
   * @param run the run it belongs to, whose start decides whether a date has passed
   * @param subject the case
   * @return where it stands; {@link #ERROR} if it carries no verdict at all
   */
  public static Standing of(RunResult run, CaseResult subject) {
    return switch (Listed.of(subject, run.startedAt())) {
      case KNOWN -> KNOWN;
      case STALE -> STALE;
      case EXPIRED -> FAIL;
      case NOT -> of(subject.verdict());
    };
  }

  private static Standing of(Verdict verdict) {
    return switch (verdict == null ? Verdict.ERROR : verdict) {
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case PASS -> PASS;
      case WARN -> WARN;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case ERROR -> ERROR;
      case FAIL -> FAIL;
    };
  }

  /**
   * The name for readers.
   *
   * @return in lower case
   */
  public String words() {
    return words;
  }

  /**
   * Whether it turns the run red.
   *
   * @return true for a failure that counts
   */
  public boolean broken() {
    return this == FAIL || this == STALE;
  }

  /**
   * Whether a reader should look at it first.
   *
   * @return true unless it passed or was not applicable
   */
  public boolean notable() {
    return this != PASS && this != NOT_APPLICABLE;
  }

  /**
   * The name in identifiers and style sheets.
   *
   * @return in lower case, with a hyphen
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
