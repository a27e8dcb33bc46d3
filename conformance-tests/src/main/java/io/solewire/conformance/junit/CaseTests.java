package io.solewire.conformance.junit;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.Listed;
import io.solewire.result.RunResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Verdicts in JUnit's terms. Stateless. */
final class CaseTests {

  private CaseTests() {}

  /** Runs the suite for an instance of a test class. */
  static Stream<DynamicTest> of(SolewireCases instance) {
    Wanted wanted = Wanted.of(instance.getClass());
    RunResult result = SuiteRun.judge(wanted, VendorUrl.of(instance));
    Map<String, CaseInfo> infos =
        wanted.cases().stream().collect(Collectors.toMap(CaseInfo::id, Function.identity()));
    int count = wanted.cases().size();
    return Stream.concat(
        result.cases().stream()
            .map(c -> test(c, infos.get(c.id()), () -> tell(c, result, wanted.strict()))),
        Stream.of(
            DynamicTest.dynamicTest(
                "every case was executed: " + count,
                source(CaseTests.class),
                () -> count(result, count))));
  }

  private static DynamicTest test(CaseResult result, CaseInfo info, Executable told) {
    return DynamicTest.dynamicTest(
        result.id() + ": " + result.title(), source(info.method().getDeclaringClass()), told);
  }

  /** Surefire names a test by its display name only where its source is not a method. */
  private static URI source(Class<?> type) {
    return URI.create("classpath:/" + type.getName().replace('.', '/') + ".class");
  }

  private static void tell(CaseResult result, RunResult run, boolean strict) {
    String listed = Listed.words(result, run.startedAt()).map(w -> "\n" + w).orElse("");
    switch (Listed.of(result, run.startedAt())) {
      case KNOWN ->
          throw new TestAbortedException(
              result.id() + ": " + listed.strip() + "\n" + result.text());
      case STALE -> throw new AssertionFailedError(listed.strip());
      case EXPIRED -> throw failure(result, listed);
      default -> tell(result, listed, strict);
    }
  }

  private static void tell(CaseResult result, String listed, boolean strict) {
    Verdict verdict = result.verdict();
    switch (verdict) {
      case PASS -> {}
      case FAIL -> throw failure(result, listed);
      case WARN -> {
        if (strict) {
          throw failure(result, listed);
        }
        System.out.println(result.text());
      }
      case NOT_APPLICABLE ->
          throw new TestAbortedException(result.id() + ": " + result.reason() + listed);
      default ->
          throw new AssertionFailedError(
              result.id() + " " + verdict.text() + ": " + result.reason() + listed);
    }
  }

  private static AssertionFailedError failure(CaseResult result, String listed) {
    return new AssertionFailedError(
        listed + "\n" + result.text(), result.expected(), result.actual());
  }

  private static void count(RunResult result, int wanted) {
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
    if (!problems.isEmpty()) {
      throw new AssertionFailedError(String.join("\n", problems));
    }
  }
}
