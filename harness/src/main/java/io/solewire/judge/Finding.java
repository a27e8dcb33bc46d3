package io.solewire.judge;

import io.solewire.history.Trace;
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
 * @param over how much later than a deadline something was, or how long it was missed after it, in
 *     nanoseconds; {@link Trace#NEVER} if it is bad whatever the time
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
    long over) {

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
    this(
        rule.id(),
        rule.axis(),
        rule.level(),
        verdict,
        user,
        expected,
        actual,
        from,
        to,
        Trace.NEVER);
  }

  /** The same, of what missed a deadline by so many nanoseconds. */
  Finding overdue(long nanos) {
    return new Finding(
        rule, axis, level, verdict, user, expected, actual, from, to, Math.max(0, nanos));
  }

  /** True if the rule was broken. */
  public boolean isBad() {
    return verdict == Verdict.FAIL || verdict == Verdict.WARN;
  }

  /** The same, but inconclusive for a reason that the judge could not know. */
  public Finding withdrawn(String why) {
    return new Finding(
        rule, axis, level, Verdict.INCONCLUSIVE, user, expected, why, from, to, over);
  }
}
