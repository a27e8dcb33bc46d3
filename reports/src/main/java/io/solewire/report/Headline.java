package io.solewire.report;

import io.solewire.result.CaseResult;
import io.solewire.result.Listed;
import io.solewire.result.RunResult;
import io.solewire.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict of a run in one line. It speaks of success only if the outcome is {@link
 * Outcome#KEPT}, of "newest wins" only if the rules that say so were judged, and of latencies only
 * if what measured them can be trusted.
 */
final class Headline {

  /** The clauses that together are the promise: one stays, it is the last, and it is let in. */
  private static final List<String> PROMISE = List.of("A1", "A2", "A3");

  private static final int MAX_NAMES = 8;

  private final RunResult run;
  private final Tally tally;
  private final LoadHeadline load;

  private Headline(RunResult run) {
    this.run = run;
    this.tally = Tally.of(run);
    this.load = LoadHeadline.of(run);
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
    addExpired(parts);
    parts.addAll(load.broken());
    if (parts.isEmpty()) {
      parts.add("not kept: the run ended with exit code " + run.exitCode());
    }
    String rest = unsure();
    return String.join("; ", parts)
        + rest
        + (run.interrupted() ? "; interrupted" : "")
        + passed()
        + also("the load proves nothing else: ", load.unproven())
        + also("", load.open())
        + latency();
  }

  private String unproven() {
    String cut = run.interrupted() ? "; interrupted" : "";
    List<String> holes = new ArrayList<>(load.unproven());
    holes.addAll(load.open());
    if (tally.count(Standing.INCONCLUSIVE) > 0) {
      return "nothing proven: "
          + tally.count(Standing.INCONCLUSIVE)
          + " of "
          + Words.count(tally.executed(), "case")
          + " inconclusive: "
          + names(Standing.INCONCLUSIVE)
          + cut
          + known()
          + also("", holes)
          + latency();
    }
    if (!holes.isEmpty()) {
      return "nothing proven: " + String.join("; ", holes) + cut + passed() + latency();
    }
    if (tally.executed() == 0 && !load.present()) {
      return "nothing proven: no case was executed"
          + (run.interrupted() ? ", interrupted" : "")
          + skipped(", ");
    }
    return "nothing proven: the run ended with exit code " + run.exitCode() + passed() + latency();
  }

  private String kept() {
    List<String> parts = new ArrayList<>();
    if (tally.count(Standing.KNOWN) > 0) {
      parts.add("nothing broken but what is known: " + ratio() + known());
    } else if (tally.executed() > 0) {
      parts.add((promised() ? "newest wins is kept: " : "no MUST broken: ") + ratio());
    }
    addBroken(parts, Level.SHOULD);
    parts.addAll(load.broken());
    parts.addAll(load.latency());
    parts.addAll(load.rest());
    return String.join("; ", parts) + (tally.executed() == 0 ? skipped("; ") : "");
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

  private void addExpired(List<String> parts) {
    List<String> ids =
        Tally.casesOf(run).stream()
            .filter(c -> Listed.of(c, run.startedAt()) == Listed.EXPIRED)
            .map(CaseResult::id)
            .toList();
    if (!ids.isEmpty()) {
      String what = Words.count(ids.size(), "known failure") + " expired: ";
      parts.add(what + list(ids.stream(), ids.size()));
    }
  }

  private String unsure() {
    int n = tally.count(Standing.INCONCLUSIVE) + tally.count(Standing.ERROR);
    return n == 0 ? "" : "; " + n + " not observed";
  }

  private String latency() {
    return also("", load.latency());
  }

  private static String also(String what, List<String> parts) {
    return parts.isEmpty() ? "" : "; " + what + String.join("; ", parts);
  }

  private String skipped(String before) {
    int skipped = tally.count(Standing.NOT_APPLICABLE);
    return skipped == 0 ? "" : before + skipped + " not applicable";
  }

  private String passed() {
    return tally.executed() == 0 ? "" : "; " + ratio() + known();
  }

  private String known() {
    int known = tally.count(Standing.KNOWN);
    return known == 0
        ? ""
        : "; " + Words.count(known, "known failure") + ": " + names(Standing.KNOWN);
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

  /** The first of some names, and how many more there are. */
  static String list(Stream<String> names, int size) {
    String shown = String.join(", ", names.limit(MAX_NAMES).map(String::valueOf).toList());
    return size <= MAX_NAMES ? shown : shown + " and " + (size - MAX_NAMES) + " more";
  }
}
