package io.solewire.report;

import io.solewire.judge.Verdict;
import io.solewire.report.Glance.Mark;
import io.solewire.result.CaseResult;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where each rule stands in a run, and by what. Stateless. */
final class Marks {

  /** Where report.html speaks of what was broken under load. */
  private static final String LOAD = "load-rules";

  private Marks() {}

  /** The worst of what a run says of each rule; of the equally bad, a case of the rule itself. */
  static Map<String, Mark> of(RunResult run) {
    Map<String, Mark> marks = new LinkedHashMap<>();
    List<CaseView> cases = views(run);
    for (CaseView view : cases) {
      worst(marks, view.subject().rule(), own(view));
    }
    for (CaseView view : cases) {
      for (CaseResult.Found found : Tally.findingsOf(view.subject())) {
        standing(view, found)
            .ifPresent(
                seen -> {
                  String words = seen.words() + ", seen in " + view.subject().id();
                  worst(marks, found.rule(), new Mark(seen, words, view.anchor()));
                });
      }
    }
    for (LoadResult load : Measured.of(run).stream().toList()) {
      for (LoadResult.RuleFinding finding : load.findings()) {
        if (Measured.broken(finding)) {
          Standing seen = finding.verdict() == Verdict.FAIL ? Standing.FAIL : Standing.WARN;
          worst(marks, finding.rule(), new Mark(seen, seen.words() + " under load", LOAD));
        }
      }
    }
    return marks;
  }

  /** What a case says of its own rule, which may not be the one that it saw broken. */
  private static Mark own(CaseView view) {
    CaseResult subject = view.subject();
    String words = subject.id() + ": " + view.standing().words();
    List<CaseResult.Found> bad =
        Tally.findingsOf(subject).stream()
            .filter(Marks::isBad)
            .filter(f -> f.rule() != null)
            .toList();
    if (!counts(view) || bad.isEmpty() || bad.stream().anyMatch(f -> isOwn(subject, f))) {
      return new Mark(view.standing(), words, view.anchor());
    }
    boolean held =
        Tally.findingsOf(subject).stream()
            .anyMatch(f -> isOwn(subject, f) && f.verdict() == Verdict.PASS);
    String others =
        bad.stream().map(CaseResult.Found::rule).distinct().collect(Collectors.joining(", "));
    return new Mark(
        held ? Standing.PASS : Standing.INCONCLUSIVE, words + " for " + others, view.anchor());
  }

  private static boolean counts(CaseView view) {
    return view.standing() == Standing.FAIL
        || view.standing() == Standing.WARN
        || view.standing() == Standing.KNOWN;
  }

  private static boolean isBad(CaseResult.Found found) {
    return found.verdict() == Verdict.FAIL || found.verdict() == Verdict.WARN;
  }

  private static boolean isOwn(CaseResult subject, CaseResult.Found found) {
    return Objects.equals(found.rule(), subject.rule());
  }

  /** Where cases that count saw a rule broken, the rule's own before those of others. */
  static Optional<Mark> seenIn(RunResult run, String rule) {
    List<Mark> own = new ArrayList<>();
    List<Mark> others = new ArrayList<>();
    for (CaseView view : views(run)) {
      if (view.standing() == Standing.FAIL || view.standing() == Standing.WARN) {
        CaseResult subject = view.subject();
        boolean its = rule.equals(subject.rule());
        Tally.findingsOf(subject).stream()
            .filter(f -> rule.equals(f.rule()))
            .filter(Marks::isBad)
            .max((one, two) -> one.verdict().compareTo(two.verdict()))
            .map(CaseResult.Found::actual)
            .or(() -> its ? Optional.ofNullable(subject.actual()) : Optional.empty())
            .ifPresent(
                actual ->
                    (its ? own : others)
                        .add(new Mark(view.standing(), Visible.line(actual), view.anchor())));
      }
    }
    own.addAll(others);
    return own.stream().findFirst();
  }

  private static List<CaseView> views(RunResult run) {
    return CaseView.of(run, Map.of(), new Space(0));
  }

  /** What a finding means for its rule; nothing where it is the case's own, or not bad. */
  private static Optional<Standing> standing(CaseView view, CaseResult.Found found) {
    boolean other = found.rule() != null && !isOwn(view.subject(), found);
    if (!counts(view) || !isBad(found) || !other) {
      return Optional.empty();
    }
    if (view.standing() == Standing.KNOWN) {
      return Optional.of(Standing.KNOWN);
    }
    return Optional.of(found.verdict() == Verdict.FAIL ? Standing.FAIL : Standing.WARN);
  }

  private static void worst(Map<String, Mark> marks, String rule, Mark mark) {
    marks.merge(
        String.valueOf(rule),
        mark,
        (old, other) -> weight(other.standing()) > weight(old.standing()) ? other : old);
  }

  private static int weight(Standing standing) {
    return standing == Standing.NOT_APPLICABLE ? -1 : standing.ordinal();
  }
}
