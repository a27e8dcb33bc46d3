package io.solewire.report;

import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import io.solewire.rule.Level;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run as a page about several shows it. Immutable.
 *
 * @param target its name
 * @param outcome what it amounts to
 * @param verdict the same in a few words, such as {@code broken: A1, D1}
 * @param headline the same in one line
 * @param started when, in UTC, to the second
 * @param seed what replays the plan
 * @param marks where each rule stands, by its id; none for a rule that the run does not speak of
 * @param broken the MUSTs that were broken, in the order of the rule book
 * @param latencies what the load measured; empty without a load
 */
public record Glance(
    String target,
    Outcome outcome,
    String verdict,
    String headline,
    String started,
    String seed,
    Map<String, Mark> marks,
    List<Broken> broken,
    Optional<Latencies> latencies) {

  private static final String UNDER_LOAD = "under load: ";

  /**
   * Where a rule stands.
   *
   * @param standing the worst of its cases, of the cases of other rules that saw it broken, and of
   *     the load
   * @param words why, in a few words
   * @param anchor of what decided, in the run's report.html
   */
  public record Mark(Standing standing, String words, String anchor) {}

  /**
   * A MUST that was broken.
   *
   * @param rule its id
   * @param title what it asks for; empty if this release does not know it
   * @param seen what was seen instead, on one line
   * @param anchor of the finding, in the run's report.html
   */
  public record Broken(String rule, String title, String seen, String anchor) {}

  /**
   * Looks at a run.
   *
   * @param run the run
   * @return what is to be shown of it
   */
  public static Glance of(RunResult run) {
    Map<String, Mark> marks = Marks.of(run);
    return new Glance(
        run.target() == null || run.target().name() == null
            ? "unknown target"
            : run.target().name(),
        Outcome.of(run),
        verdict(run),
        Words.headline(run),
        Words.instant(run.startedAt()),
        String.valueOf(run.seed()),
        marks,
        broken(run, marks),
        Measured.of(run).map(Latencies::of));
  }

  private static String verdict(RunResult run) {
    List<String> should = Tally.of(run).broken(Level.SHOULD);
    String also = should.isEmpty() ? "" : "; warns: " + String.join(", ", should);
    return switch (Outcome.of(run)) {
      case BROKEN -> {
        List<String> must = musts(run);
        yield "broken" + (must.isEmpty() ? "" : ": " + String.join(", ", must)) + also;
      }
      case TARGET_LOST -> "target lost";
      case HARNESS_FAILED -> "harness failed";
      case UNPROVEN -> "nothing proven";
      case INTERRUPTED -> "interrupted";
      case KEPT -> "kept" + also;
    };
  }

  /** Those that cases saw broken, and those that only the load did. */
  private static List<String> musts(RunResult run) {
    List<String> ids = new ArrayList<>(Tally.of(run).broken(Level.MUST));
    for (LoadResult.RuleFinding finding : underLoad(run)) {
      if (!ids.contains(finding.rule())) {
        ids.add(finding.rule());
      }
    }
    return ids;
  }

  private static List<LoadResult.RuleFinding> underLoad(RunResult run) {
    return Measured.of(run).stream()
        .flatMap(load -> load.findings().stream())
        .filter(Measured::broken)
        .filter(f -> f.rule() != null && !Level.SHOULD.name().equals(f.level()))
        .toList();
  }

  private static List<Broken> broken(RunResult run, Map<String, Mark> marks) {
    List<Broken> broken = new ArrayList<>();
    for (String id : musts(run)) {
      String title = RuleBook.current().find(id).map(Rule::title).orElse("");
      Optional<Mark> seen = Marks.seenIn(run, id);
      String load =
          underLoad(run).stream()
              .filter(f -> id.equals(f.rule()))
              .findFirst()
              .map(f -> UNDER_LOAD + LoadWords.seen(f))
              .orElse("");
      String words = seen.map(Mark::words).orElse("");
      String both = words + (words.isEmpty() || load.isEmpty() ? "" : "; ") + load;
      broken.add(new Broken(id, title, both, seen.orElse(marks.get(id)).anchor()));
    }
    return broken;
  }
}
