package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.Listed;
import io.solewire.result.RunResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A result in words, the same in the terminal, in summary.md and in report.html. Stateless and
 * thread-safe. What came from a server is not escaped here: that is the business of who shows it.
 */
public final class Words {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  /**
   * The verdict of a run in one line.
   *
   * @param run the run
   * @return never a success if nothing was executed or measured, if it was interrupted, or if
   *     anything was not observed: then it says "nothing proven" and why, or what is broken
   */
  public static String headline(RunResult run) {
    return Headline.of(run);
  }

  /**
   * How many cases stand where, the worst first.
   *
   * @param run the run
   * @return such as {@code 1 fail · 15 pass · 3 not applicable}; "no cases" if there are none,
   *     "load only" if there is a load instead
   */
  public static String counts(RunResult run) {
    Tally tally = Tally.of(run);
    List<String> parts = new ArrayList<>();
    for (Standing standing :
        List.of(
            Standing.FAIL,
            Standing.STALE,
            Standing.ERROR,
            Standing.INCONCLUSIVE,
            Standing.KNOWN,
            Standing.WARN,
            Standing.PASS,
            Standing.NOT_APPLICABLE)) {
      if (tally.count(standing) > 0) {
        parts.add(tally.count(standing) + " " + standing.words());
      }
    }
    if (parts.isEmpty()) {
      return run.load() == null ? "no cases" : "load only";
    }
    return String.join(" · ", parts);
  }

  /**
   * How often something bad was seen, or what its absence is worth.
   *
   * @param seen rounds and bad rounds; may be null
   * @return such as {@code seen in 3 of 20 rounds} or {@code 20 rounds: would miss a defect rarer
   *     than 1 in 7}; empty if nothing was counted
   */
  public static String bound(CaseResult.Seen seen) {
    if (seen == null) {
      return "";
    }
    if (seen.k() > 0) {
      return "seen in " + seen.k() + " of " + count(seen.n(), "round");
    }
    if (seen.n() <= 0) {
      return "no round was observed";
    }
    Double missed = seen.missedRateUpper95();
    if (missed == null || !(missed > 0)) {
      return count(seen.n(), "round");
    }
    return count(seen.n(), "round") + ": would miss a defect " + rarer(missed);
  }

  /** Rounded so that it never promises more than was shown. */
  private static String rarer(double rate) {
    double one = 1 / rate;
    if (one >= 2) {
      return "rarer than 1 in " + (long) Math.floor(one + 1e-9);
    }
    long percent = (long) Math.ceil(rate * 100 - 1e-9);
    return "that shows in less than " + percent + " % of rounds";
  }

  /**
   * A duration.
   *
   * @param millis milliseconds
   * @return such as {@code 850 ms}, {@code 12.4 s}, {@code 2 min 5 s}, {@code 1 h 2 min}
   */
  public static String duration(long millis) {
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 59_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = (millis + 500) / 1000;
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes / 60 + " h " + minutes % 60 + " min";
  }

  /**
   * A short duration.
   *
   * @param micros microseconds
   * @return such as {@code 87 µs}, {@code 1.2 ms}, or as {@link #duration}
   */
  public static String micros(long micros) {
    if (micros < 1000) {
      return micros + " µs";
    }
    return micros < 99_950
        ? String.format(Locale.ROOT, "%.1f ms", micros / 1000.0)
        : duration((micros + 500) / 1000);
  }

  /**
   * An instant, to the second.
   *
   * @param iso ISO 8601; may be null
   * @return in UTC; what was given, if it is no instant; "unknown" if there is none
   */
  public static String instant(String iso) {
    if (iso == null) {
      return "unknown";
    }
    try {
      return INSTANT.format(Instant.parse(iso));
    } catch (DateTimeException e) {
      return iso;
    }
  }

  /**
   * A number of things.
   *
   * @param n how many
   * @param thing one of them, in English, with a regular plural
   * @return such as {@code 1 case} or {@code 2 cases}
   */
  public static String count(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }

  /**
   * What the list of known failures makes of a case.
   *
   * @param run the run it belongs to
   * @param subject the case
   * @return such as {@code known until 2027-01-31: ticket 12}; empty if it is not on the list
   */
  public static String listed(RunResult run, CaseResult subject) {
    return Listed.words(subject, run.startedAt()).orElse("");
  }

  /**
   * What is wrong with a case, whole.
   *
   * @param subject the case
   * @return the text of its failure if it has one, else made of its parts; several lines
   */
  public static String failure(CaseResult subject) {
    if (subject.text() != null) {
      return subject.text();
    }
    List<String> lines = new ArrayList<>();
    lines.add(subject.id() + "   " + subject.level() + "   " + subject.title());
    add(lines, "expected", subject.expected());
    add(lines, "actual", subject.actual());
    if (subject.reason() != null && !subject.reason().equals(subject.actual())) {
      add(lines, "reason", subject.reason());
    }
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, String value) {
    if (value != null) {
      lines.add(String.format(Locale.ROOT, "  %-10s %s", name, value));
    }
  }
}
