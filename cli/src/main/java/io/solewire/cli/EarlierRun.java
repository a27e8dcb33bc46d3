package io.solewire.cli;

import io.solewire.judge.Verdict;
import io.solewire.report.Evidence;
import io.solewire.result.CaseResult;
import io.solewire.result.LoadResult;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.result.StoredResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an earlier run left in its result.json. Stateless. */
final class EarlierRun {

  private static final Set<Verdict> NOT_KEPT =
      EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.INCONCLUSIVE, Verdict.ERROR);

  private EarlierRun() {}

  /**
   * The ids of the cases that failed, warned, or proved nothing.
   *
   * @param run the folder of the run, or its result.json
   * @return at least one
   */
  static Set<String> failedIn(Path run) {
    Path file = Files.isDirectory(run) ? run.resolve(Results.FILE) : run;
    Set<String> failed =
        read(run, file).stream()
            .filter(c -> NOT_KEPT.contains(c.verdict()))
            .map(CaseResult::id)
            .collect(Collectors.toCollection(TreeSet::new));
    if (failed.isEmpty()) {
      throw CommandException.usage("--only-failed " + run + ": nothing failed in " + file);
    }
    return failed;
  }

  /**
   * The load of an earlier run, to be laid over that of another.
   *
   * @param run the folder of the earlier run, or its result.json
   * @param other the run that it is compared with
   */
  static Evidence.Baseline load(Path run, RunResult other) {
    Path file = Files.isDirectory(run) ? run.resolve(Results.FILE) : run;
    String what = "--baseline " + run + ": ";
    LoadResult load =
        whole(StoredResult.read(file), what + "expected the folder of a run or its result.json: ")
            .load();
    if (load == null || other.load() == null) {
      throw CommandException.usage(what + "expected two runs with a load");
    }
    if (!Objects.equals(load.simulation(), other.load().simulation())) {
      throw CommandException.usage(
          what
              + "is of the simulation "
              + load.simulation()
              + ", expected "
              + other.load().simulation());
    }
    if (load.curve() == null || load.curve().isEmpty()) {
      throw CommandException.usage(what + "expected a load with evictions, but it has none");
    }
    return Evidence.Baseline.of(named(run), load, other.load());
  }

  /** What people call it: the folder, and not {@code .} or {@code latest}. */
  private static String named(Path run) {
    try {
      Path real = run.toRealPath();
      Path folder = Files.isDirectory(real) ? real : real.getParent();
      return String.valueOf(folder.getFileName());
    } catch (IOException e) {
      return String.valueOf(run.getFileName());
    }
  }

  private static List<CaseResult> read(Path run, Path file) {
    String expected = "--only-failed " + run + ": expected the folder of a run or its result.json";
    if (!Files.exists(file)) {
      throw CommandException.usage(expected + ", but there is no " + file);
    }
    StoredResult stored = StoredResult.read(file);
    if (stored.result().isPresent() && stored.result().get().cases() == null) {
      throw CommandException.usage(expected + ", but " + file + " holds no cases");
    }
    return whole(stored, expected + ": ").cases();
  }

  /** What is missing may be what was broken, so nothing is chosen or compared by a part. */
  private static RunResult whole(StoredResult stored, String expected) {
    if (stored.whole()) {
      return stored.result().orElseThrow();
    }
    int more = stored.problems().size() - 1;
    throw CommandException.usage(
        expected + stored.problems().get(0) + (more > 0 ? "; and " + more + " more" : ""));
  }
}
