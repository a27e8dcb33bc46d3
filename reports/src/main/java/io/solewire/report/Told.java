package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What is told of a case in words that may be long, as far as there is room for it. Immutable.
 *
 * @param expected what was asked for
 * @param actual what was seen
 * @param reason why it proves nothing
 * @param text the failure as the terminal says it; null without one
 * @param findings the first of its findings, the worst first
 * @param moreFindings how many others there are
 * @param whole false if something was left out for want of room
 */
record Told(
    String expected,
    String actual,
    String reason,
    String text,
    List<CaseResult.Found> findings,
    int moreFindings,
    boolean whole) {

  private static final int MAX_FINDINGS = 20;

  /** Of what has no room, in code points. */
  private static final int SHORT = 160;

  static Told of(CaseResult subject, Space space) {
    List<CaseResult.Found> all = findings(subject);
    List<CaseResult.Found> shown = all.stream().limit(MAX_FINDINGS).toList();
    List<String> texts = new ArrayList<>();
    texts.add(subject.expected());
    texts.add(subject.actual());
    texts.add(subject.reason());
    texts.add(subject.text());
    shown.forEach(f -> texts.addAll(Arrays.asList(f.expected(), f.actual())));
    return space.take(texts.toArray(String[]::new))
        ? new Told(
            subject.expected(),
            subject.actual(),
            subject.reason(),
            subject.text(),
            shown,
            all.size() - shown.size(),
            true)
        : new Told(
            cut(subject.expected()),
            cut(subject.actual()),
            cut(subject.reason()),
            null,
            List.of(),
            all.size(),
            false);
  }

  private static String cut(String text) {
    return text == null ? null : Markdown.cut(text, SHORT);
  }

  /** The worst first; none if there is but one and it is the case itself. */
  private static List<CaseResult.Found> findings(CaseResult subject) {
    List<CaseResult.Found> all = Tally.findingsOf(subject);
    if (all.size() == 1 && repeats(subject, all.get(0))) {
      return List.of();
    }
    return all.stream().sorted(Comparator.comparing(Told::verdict).reversed()).toList();
  }

  private static boolean repeats(CaseResult subject, CaseResult.Found found) {
    return Objects.equals(found.rule(), subject.rule())
        && Objects.equals(found.expected(), subject.expected())
        && Objects.equals(found.actual(), subject.actual());
  }

  private static Verdict verdict(CaseResult.Found found) {
    return found.verdict() == null ? Verdict.NOT_APPLICABLE : found.verdict();
  }
}
