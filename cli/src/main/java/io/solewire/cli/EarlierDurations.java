package io.solewire.cli;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.stage.Budget;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.result.StoredResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long the same cases took with the same target in an earlier run. Stateless. */
final class EarlierDurations {

  private static final int LOOKED_AT = 12;
  private static final Pattern BUDGET = Pattern.compile(" --budget (\\w+)");

  private EarlierDurations() {}

  /**
   * Looks for the newest run of the same cases, profile and budget.
   *
   * @param asked the folder for this run's results, if one was asked for
   * @return what a run can be measured by; that knows nothing if there is no such run
   */
  static Estimate find(List<CaseInfo> cases, Profile profile, Budget budget, Optional<Path> asked) {
    return find(cases, profile, budget, asked, OutputFolder.RUNS);
  }

  static Estimate find(
      List<CaseInfo> cases, Profile profile, Budget budget, Optional<Path> asked, Path root) {
    return runs(asked, root)
        .flatMap(folder -> durations(folder, cases, profile, budget).stream())
        .findFirst()
        .map(
            millis ->
                CaseInfo.inOrder(cases).stream()
                    .flatMap(List::stream)
                    .map(info -> Estimate.Part.of(info, millis.get(info.id())))
                    .toList())
        .map(parts -> new Estimate(parts, ConformanceRun.atOnce(profile)))
        .orElse(Estimate.NONE);
  }

  /** The newest first: their names begin with the time. */
  private static Stream<Path> runs(Optional<Path> asked, Path root) {
    List<Path> folders;
    try (Stream<Path> all = Files.isDirectory(root) ? Files.list(root) : Stream.empty()) {
      folders =
          all.filter(folder -> !Files.isSymbolicLink(folder))
              .sorted(Comparator.comparing((Path p) -> p.getFileName().toString()).reversed())
              .limit(LOOKED_AT)
              .toList();
    } catch (IOException e) {
      folders = List.of();
    }
    return Stream.concat(asked.stream(), folders.stream());
  }

  private static Optional<Map<String, Long>> durations(
      Path folder, List<CaseInfo> cases, Profile profile, Budget budget) {
    Path file = folder.resolve(Results.FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    StoredResult stored = StoredResult.read(file);
    return stored.whole() // rather than of another release, half written or edited
        ? stored.result().flatMap(run -> durations(run, cases, profile, budget))
        : Optional.empty();
  }

  private static Optional<Map<String, Long>> durations(
      RunResult run, List<CaseInfo> cases, Profile profile, Budget budget) {
    boolean same =
        profile.digest().equals(run.target().profileDigest())
            && budgetOf(run.target().replay()) == budget;
    if (!same || run.interrupted()) {
      return Optional.empty();
    }
    Map<String, Long> millis = new HashMap<>();
    for (CaseResult subject : run.cases()) {
      millis.put(subject.id(), Math.max(0, subject.durationMs()));
    }
    List<String> ids = cases.stream().map(CaseInfo::id).toList();
    boolean all = millis.size() == ids.size() && millis.keySet().containsAll(ids);
    return all ? Optional.of(millis) : Optional.empty();
  }

  private static Budget budgetOf(String replay) {
    Matcher named = BUDGET.matcher(String.valueOf(replay));
    for (Budget budget : Budget.values()) {
      if (named.find(0) && budget.name().equalsIgnoreCase(named.group(1))) {
        return budget;
      }
    }
    return Budget.QUICK;
  }
}
