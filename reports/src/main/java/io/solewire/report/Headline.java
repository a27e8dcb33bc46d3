package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict of a run in one line. It speaks of success only if the outcome is {@link
 * Outcome#KEPT}, and of "newest wins" only if the rules that say so were judged.
 */
final class Headline {

  /** The clauses that together are the promise: one stays, it is the last, and it is let in. */
  private static final List<String> PROMISE = List.of("A1", "A2", "A3");

  private static final int MAX_NAMES = 8;

  private final RunResult run;
  private final Tally tally;

  private Headline(RunResult run) {
    this.run = run;
    this.tally = Tally.of(run);
  }

  static String of(RunResult run) {
    Headline line = new Headline(run);
    return switch (Outcome.of(run)) {
      case BROKEN -> line.broken();
      case TARGET_LOST ->
          "nothing proven: the target could not be reached or started, or was lost" + line.passed();
      case HARNESS_FAILED ->
          "nothing proven: the harness failed" + line.in(Standing.ERROR) + line.passed();
      case UNPROVEN -> line.unproven();
      case INTERRUPTED -> "nothing proven: interrupted" + line.passed();
      case KEPT -> line.kept();
    };
  }

  private String broken() {
    List<String> parts = new ArrayList<>();
    addBroken(parts, Level.MUST);
    addBroken(parts, Level.SHOULD);
    if (tally.count(Standing.STALE) > 0) {
      int n = tally.count(Standing.STALE);
      String what = n == 1 ? " known failure passes now: " : " known failures pass now: ";
      parts.add(n + what + names(Standing.STALE));
    }
    if (parts.isEmpty()) {
      parts.add("not kept: the run ended with exit code " + run.exitCode());
    }
    String rest = unsure();
    return String.join("; ", parts) + rest + (run.interrupted() ? "; interrupted" : "") + passed();
  }

  private String unproven() {
    if (tally.executed() == 0) {
      int skipped = tally.count(Standing.NOT_APPLICABLE);
      return "nothing proven: no case was executed"
          + (run.interrupted() ? ", interrupted" : "")
          + (skipped > 0 ? ", " + skipped + " not applicable" : "");
    }
    if (tally.count(Standing.INCONCLUSIVE) == 0) {
      return "nothing proven: the run ended with exit code " + run.exitCode() + passed();
    }
    return "nothing proven: "
        + tally.count(Standing.INCONCLUSIVE)
        + " of "
        + Words.count(tally.executed(), "case")
        + " inconclusive: "
        + names(Standing.INCONCLUSIVE)
        + (run.interrupted() ? "; interrupted" : "");
  }

  private String kept() {
    int known = tally.count(Standing.KNOWN);
    List<String> parts = new ArrayList<>();
    if (known > 0) {
      parts.add("nothing broken but what is known: " + ratio());
      parts.add(Words.count(known, "known failure") + ": " + names(Standing.KNOWN));
    } else {
      parts.add((promised() ? "newest wins is kept: " : "no MUST broken: ") + ratio());
    }
    addBroken(parts, Level.SHOULD);
    return String.join("; ", parts);
  }

  private boolean promised() {
    return PROMISE.stream()
        .allMatch(rule -> tally.cases(Standing.PASS).stream().anyMatch(c -> rule.equals(c.rule())));
  }

  private void addBroken(List<String> parts, Level level) {
    List<String> rules = tally.broken(level);
    if (!rules.isEmpty()) {
      parts.add(rules.size() + " " + level + " broken: " + list(rules.stream(), rules.size()));
    }
  }

  private String unsure() {
    int n = tally.count(Standing.INCONCLUSIVE) + tally.count(Standing.ERROR);
    return n == 0 ? "" : "; " + n + " not observed";
  }

  private String passed() {
    return tally.executed() == 0 ? "" : "; " + ratio();
  }

  private String ratio() {
    int executed = tally.executed();
    String verb = executed == 1 ? " passes" : " pass";
    return tally.count(Standing.PASS) + " of " + Words.count(executed, "case") + verb;
  }

  private String in(Standing standing) {
    return tally.count(standing) == 0 ? "" : " in " + names(standing);
  }

  private String names(Standing standing) {
    List<CaseResult> cases = tally.cases(standing);
    return list(cases.stream().map(CaseResult::id), cases.size());
  }

  private static String list(Stream<String> names, int size) {
    String shown = String.join(", ", names.limit(MAX_NAMES).map(String::valueOf).toList());
    return size <= MAX_NAMES ? shown : shown + " and " + (size - MAX_NAMES) + " more";
  }
}
