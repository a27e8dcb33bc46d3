package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.rule.Level;
import io.solewire.rule.Rule;

/**
 * Makes findings of one rule about one user. Immutable.
 *
 * @param rule the rule
 * @param user the user
 */
public record Say(Rule rule, String user) {

  /** The rule was kept. */
  public Finding pass(String expected, String actual, long from, long to) {
    return finding(Verdict.PASS, expected, actual, from, to);
  }

  /** The rule was broken: a failure, or a warning if the rule is a SHOULD. */
  public Finding broken(String expected, String actual, long from, long to) {
    Verdict verdict = rule.level() == Level.MUST ? Verdict.FAIL : Verdict.WARN;
    return finding(verdict, expected, actual, from, to);
  }

  /** A deadline was missed that only warns, whatever the level of the rule. */
  public Finding late(String expected, String actual, long from, long to) {
    return finding(Verdict.WARN, expected, actual, from, to);
  }

  /** It could not be observed. */
  public Finding unseen(String expected, String why, long from, long to) {
    return finding(Verdict.INCONCLUSIVE, expected, why, from, to);
  }

  private Finding finding(Verdict verdict, String expected, String actual, long from, long to) {
    return new Finding(rule, verdict, user, expected, actual, from, to);
  }

  /** A span of nanoseconds for people: in milliseconds, of short ones with a tenth. */
  static String millis(long nanos) {
    if (nanos == Trace.NEVER) {
      return "never";
    }
    long size = Math.abs(nanos);
    String sign = nanos < 0 ? "-" : "";
    if (size >= 100_000_000) {
      return sign + (size + 500_000) / 1_000_000 + " ms";
    }
    long tenths = (size + 50_000) / 100_000;
    return sign + tenths / 10 + '.' + tenths % 10 + " ms";
  }
}
