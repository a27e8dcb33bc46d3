package io.solewire.conformance;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import java.util.List;

/** Shows which cases a fault dies by. */
final class Reporting {

  private Reporting() {}

  static void print(String fault, List<CaseResult> cases) {
    StringBuilder text = new StringBuilder(fault).append(" dies by");
    cases.stream()
        .filter(c -> c.verdict() != Verdict.PASS)
        .forEach(c -> text.append(' ').append(c.id()).append('=').append(c.verdict().text()));
    System.out.println(text);
  }
}
