package io.solewire.conformance.junit;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Verdicts in JUnit's terms. Stateless. */
final class Outcomes {

  private Outcomes() {}

  /** What a test of a case does. */
  static CaseOutcome of(CaseResult result, boolean strict) {
    Verdict verdict = strict ? strictly(result.verdict()) : result.verdict();
    return switch (verdict) {
      case PASS -> () -> {};
      case WARN -> () -> System.out.println(result.text());
      case FAIL ->
          () -> {
            throw new AssertionFailedError(
                "\n" + result.text(), result.expected(), result.actual());
          };
      case NOT_APPLICABLE ->
          () -> {
            throw new TestAbortedException(result.id() + ": " + result.reason());
          };
      case INCONCLUSIVE, ERROR ->
          () -> {
            throw new AssertionFailedError(
                result.id() + " " + verdict.text() + ": " + result.reason());
          };
    };
  }

  /** What the test that counts does. */
  static CaseOutcome count(RunResult result, int wanted) {
    List<String> problems = new ArrayList<>(result.problems());
    if (result.interrupted()) {
      problems.add("the run was cut short");
    }
    if (result.cases().size() != wanted) {
      problems.add(result.cases().size() + " of " + wanted + " cases were executed");
    }
    if (result.cases().stream().noneMatch(CaseResult::executed)) {
      problems.add("no case applies to this server: nothing is proven");
    }
    return () -> {
      if (!problems.isEmpty()) {
        throw new AssertionFailedError(String.join("\n", problems));
      }
    };
  }

  private static Verdict strictly(Verdict verdict) {
    return verdict == Verdict.WARN ? Verdict.FAIL : verdict;
  }
}
