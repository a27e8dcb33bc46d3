package io.solewire.result;

import io.solewire.judge.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the list of known failures makes of a case. What could not be observed, what the harness
 * failed at and what does not apply stays what it is, listed or not.
 */
public enum Listed {
  /** It is not on the list, or came to no conclusion: it counts as it is. */
  NOT,
  /** It fails, as the list says: it does not count. */
  KNOWN,
  /** It passes now: that counts, because the list is wrong. */
  STALE,
  /** It still fails after the last day on which it might: that counts. */
  EXPIRED;

  /**
   * Looks at a case.
   *
   * @param subject the case
   * @param startedAt when the run began, ISO 8601; its day in UTC decides whether a date has passed
   * @return what the list makes of it
   */
  public static Listed of(CaseResult subject, String startedAt) {
    if (subject.known() == null) {
      return NOT;
    }
    if (subject.verdict() == Verdict.PASS) {
      return STALE;
    }
    if (subject.verdict() != Verdict.FAIL && subject.verdict() != Verdict.WARN) {
      return NOT;
    }
    return isPast(subject.known().until(), startedAt) ? EXPIRED : KNOWN;
  }

  /**
   * What there is to say of a case that is on the list.
   *
   * @param subject the case
   * @param startedAt when the run began, ISO 8601
   * @return one line; empty if it is not on the list
   */
  public static Optional<String> words(CaseResult subject, String startedAt) {
    CaseResult.Known known = subject.known();
    if (known == null) {
      return Optional.empty();
    }
    String reason = known.reason() == null ? "no reason given" : Visible.line(known.reason());
    String place =
        known.listed() == null ? "the list of known failures" : Visible.line(known.listed());
    return Optional.of(
        switch (of(subject, startedAt)) {
          case KNOWN -> known(known.until()) + ": " + reason;
          case STALE -> "stale: " + subject.id() + " passes now; remove it from " + place;
          case EXPIRED -> "expired on " + known.until() + ": " + reason + "; it is in " + place;
          case NOT ->
              "listed as known failure, but "
                  + (subject.verdict() == null ? "without verdict" : said(subject.verdict()))
                  + ": "
                  + reason;
        });
  }

  private static String known(String until) {
    return "known" + (until == null ? "" : " until " + until);
  }

  private static String said(Verdict verdict) {
    return verdict.text().replace('-', ' ');
  }

  /** A date that nobody can read excuses nothing. */
  private static boolean isPast(String until, String startedAt) {
    if (until == null) {
      return false;
    }
    try {
      LocalDate day = Instant.parse(startedAt).atZone(ZoneOffset.UTC).toLocalDate();
      return LocalDate.parse(until).isBefore(day);
    } catch (DateTimeException | NullPointerException e) {
      return true;
    }
  }
}
