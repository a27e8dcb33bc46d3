package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much of the rule book a run speaks of, so that nobody takes silence for praise. Immutable.
 *
 * @param judged rules with a case that came to a conclusion
 * @param unobserved rules whose cases were all inconclusive or errors
 * @param notApplicable rules that the profile does not enable
 * @param absent testable rules without a case in this run
 * @param untestable rules that no black box can judge
 * @param underLoad how many rules were judged under load
 */
record Coverage(
    List<Rule> judged,
    List<Rule> unobserved,
    List<Rule> notApplicable,
    List<Rule> absent,
    List<Rule> untestable,
    long underLoad) {

  private static final Set<Standing> CONCLUSIVE =
      EnumSet.of(Standing.PASS, Standing.WARN, Standing.KNOWN, Standing.STALE, Standing.FAIL);

  static Coverage of(RunResult run) {
    Coverage coverage =
        new Coverage(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            underLoad(run));
    for (Rule rule : RuleBook.current().rules()) {
      coverage.listFor(run, rule).add(rule);
    }
    return coverage;
  }

  private static long underLoad(RunResult run) {
    return Measured.of(run).stream()
        .flatMap(load -> load.findings().stream())
        .filter(Measured::judged)
        .map(LoadResult.RuleFinding::rule)
        .distinct()
        .count();
  }

  private List<Rule> listFor(RunResult run, Rule rule) {
    Set<Standing> seen = EnumSet.noneOf(Standing.class);
    for (CaseResult subject : Tally.casesOf(run)) {
      if (rule.id().equals(subject.rule())) {
        seen.add(Standing.of(run, subject));
      }
    }
    if (seen.isEmpty()) {
      return rule.untestable().isPresent() ? untestable : absent;
    }
    if (seen.stream().anyMatch(CONCLUSIVE::contains)) {
      return judged;
    }
    return seen.equals(EnumSet.of(Standing.NOT_APPLICABLE)) ? notApplicable : unobserved;
  }

  /** In one sentence. */
  public String words() {
    int all =
        judged.size()
            + unobserved.size()
            + notApplicable.size()
            + absent.size()
            + untestable.size();
    if (underLoad > 0 && judged.size() + unobserved.size() + notApplicable.size() == 0) {
      return Words.count(underLoad, "rule") + " judged under load; no case was run.";
    }
    StringBuilder out = new StringBuilder();
    out.append(judged.size()).append(" of ").append(all).append(" rules judged");
    part(out, unobserved, " not observed");
    part(out, notApplicable, " not enabled by the profile");
    part(out, absent, " without a case in this run");
    part(out, untestable, " beyond what a black box can see");
    if (underLoad > 0) {
      out.append("; under load, ").append(Words.count(underLoad, "rule")).append(" judged");
    }
    return out.append('.').toString();
  }

  private static void part(StringBuilder out, List<Rule> rules, String what) {
    if (!rules.isEmpty()) {
      out.append("; ").append(rules.size()).append(what);
    }
  }
}
