package io.solewire.report;

import io.solewire.report.embed.Script;
import io.solewire.result.RunResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * report.html: one file for browsers, without anything from outside. Beside its scripts it is
 * well-formed XML too, so that tests can take it apart.
 */
final class HtmlReport {

  private HtmlReport() {}

  static String of(RunResult run) {
    return of(run, Evidence.NONE);
  }

  /** The same with drawings. */
  static String of(RunResult run, Evidence evidence) {
    return Templates.render("report.peb", model(run, evidence));
  }

  private static Map<String, Object> model(RunResult run, Evidence evidence) {
    Space space = new Space(Space.OF_A_PAGE);
    List<LoadView> load = LoadView.of(run, evidence, space).stream().toList();
    List<CaseView> cases = CaseView.of(run, evidence.cases().timelines(), space);
    List<Standing> columns =
        Arrays.stream(Standing.values())
            .filter(s -> cases.stream().anyMatch(c -> c.standing() == s))
            .toList();
    Map<String, Object> model = head(run);
    model.put("facts", facts(run));
    model.put("problems", run.problems() == null ? List.of() : run.problems());
    model.put("notable", cases.stream().filter(c -> c.standing().notable()).toList());
    model.put("others", cases.stream().filter(c -> !c.standing().notable()).toList());
    Set<String> brokenUnderLoad =
        load.stream()
            .flatMap(view -> view.broken().stream())
            .map(broken -> broken.finding().rule())
            .collect(Collectors.toSet());
    model.put("load", load);
    model.put("missing", evidence.missing());
    model.put(
        "scripts",
        List.of(
            Script.d3(),
            Script.named("timeline.js"),
            Script.named("figure.js"),
            Script.named("charts.js"),
            Script.named("page.js")));
    model.put("heads", LatencyRow.HEADS);
    model.put("columns", columns);
    model.put("groups", RuleRow.byGroup(cases, columns, brokenUnderLoad));
    model.put("coverage", Coverage.of(run));
    return model;
  }

  /** The verdict, of whom, and how to get it again. */
  private static Map<String, Object> head(RunResult run) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("headline", Words.headline(run));
    model.put("outcome", Outcome.of(run).name().toLowerCase(Locale.ROOT).replace('_', '-'));
    model.put("counts", Words.counts(run));
    model.put("target", run.target() == null ? "unknown target" : run.target().name());
    model.put("url", run.target() == null ? "" : run.target().url());
    model.put("started", Words.instant(run.startedAt()));
    model.put("environment", environment(run));
    model.put("replay", Replay.of(run));
    return model;
  }

  /** On what machine, in one line. */
  private static String environment(RunResult run) {
    Map<String, String> parts = run.environment() == null ? Map.of() : run.environment();
    return parts.entrySet().stream()
        .filter(part -> part.getValue() != null)
        .map(part -> part.getValue() + (part.getKey().equals("processors") ? " processors" : ""))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> facts(RunResult run) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (run.target() != null) {
      facts.put("Target", run.target().name());
      facts.put("URL", run.target().url());
    }
    facts.put("Started", Words.instant(run.startedAt()));
    facts.put(
        "Took", Words.duration(run.durationMs()) + (run.interrupted() ? ", interrupted" : ""));
    facts.put("Seed", String.valueOf(run.seed()));
    facts.put("Exit code", String.valueOf(run.exitCode()));
    if (run.rttUs() != null) {
      String p50 = Words.micros(run.rttUs().p50());
      facts.put("Round trip", p50 + " at p50, " + Words.micros(run.rttUs().p99()) + " at p99");
    }
    facts.put("Made by", run.tool() + ", rules version " + run.rulesVersion());
    if (run.target() != null && run.target().profileDigest() != null) {
      facts.put("Profile", "SHA-256 " + run.target().profileDigest());
    }
    if (run.environment() != null) {
      run.environment().forEach((name, value) -> facts.putIfAbsent(name, value));
    }
    return facts;
  }
}
