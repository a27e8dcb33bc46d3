package io.solewire.judge;

import io.solewire.rule.Axis;
import io.solewire.rule.Level;
import io.solewire.rule.Rule;
import java.util.Objects;

/**
 * What a judge concludes about one user's history under one rule. Immutable.
 *
 * @param rule the id of the rule
 * @param axis what it speaks of
 * @param level how binding the rule is
 * @param verdict the conclusion
 * @param user the user it is about
 * @param expected what the rule asks for here
 * @param actual what was seen
 * @param from start of the interval to look at, nanoseconds of the run
 * @param to end of that interval
 * @param missed by how much a deadline was missed; null if it is bad whatever the time
 */
public record Finding(
    String rule,
    Axis axis,
    Level level,
    Verdict verdict,
    String user,
    String expected,
    String actual,
    long from,
    long to,
    Missed missed) {

  /**
   * A deadline that was missed.
   *
   * @param since the instant that it counts from, nanoseconds of the run
   * @param deadline when it had to be
   * @param seen when what was waited for came at last, or until when it was waited for
   */
  public record Missed(long since, long deadline, long seen) {}

  /** Checks that nothing is missing. */
  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(actual, "actual");
  }

  /** Of what is no matter of time. */
  Finding(
      Rule rule, Verdict verdict, String user, String expected, String actual, long from, long to) {
    this(rule.id(), rule.axis(), rule.level(), verdict, user, expected, actual, from, to, null);
  }

  /** The same, of what missed a deadline that counts from where the finding begins. */
  Finding overdue(long deadline, long seen) {
    return overdue(from, deadline, seen);
  }

  /** The same, of what missed a deadline; see {@link Missed}. */
  Finding overdue(long since, long deadline, long seen) {
    Missed by = new Missed(since, deadline, Math.max(deadline, seen));
    return new Finding(rule, axis, level, verdict, user, expected, actual, from, to, by);
  }

  /** True if the rule was broken. */
  public boolean isBad() {
    return verdict == Verdict.FAIL || verdict == Verdict.WARN;
  }

  /** The same, but inconclusive for a reason that the judge could not know. */
  public Finding withdrawn(String why) {
    return new Finding(
        rule, axis, level, Verdict.INCONCLUSIVE, user, expected, why, from, to, missed);
  }
}
