package io.solewire.report;

import io.solewire.load.RecordedLatencies;
import io.solewire.report.timeline.Pictures;
import io.solewire.report.timeline.Timelines;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies beside a result and is worth a drawing. Immutable.
 *
 * @param cases the pictures of its cases, by their ids
 * @param rules the pictures of what was broken under load, by the ids of the rules
 * @param recorded the histograms of its load
 * @param baseline an earlier load to lay over it
 */
public record Evidence(
    Pictures cases, Pictures rules, RecordedLatencies recorded, Optional<Baseline> baseline) {

  /** Nothing but the result. */
  public static final Evidence NONE =
      new Evidence(Pictures.NONE, Pictures.NONE, RecordedLatencies.NONE, Optional.empty());

  /**
   * An earlier load.
   *
   * @param name what it is called in the drawing
   * @param load what came of it
   */
  public record Baseline(String name, LoadResult load) {

    /**
     * An earlier load whose name says how it differs from the one that it is laid over.
     *
     * @param name what it is called
     * @param load what came of it
     * @param over the other load
     */
    public static Baseline of(String name, LoadResult load, LoadResult over) {
      List<String> notes = new ArrayList<>();
      if (load.planned() != null && over.planned() != null) {
        LoadResult.Planned then = load.planned();
        if (then.rate() != over.planned().rate()) {
          notes.add(LoadWords.rate(then.rate()));
        }
        if (then.users() != over.planned().users()) {
          notes.add(LoadWords.count(then.users(), "user"));
        }
        if (then.durationMs() != over.planned().durationMs()) {
          notes.add(Words.duration(then.durationMs()));
        }
      }
      LoadVerdict.unproven(Measured.whole(load)).ifPresent(why -> notes.add("proves nothing"));
      return new Baseline(notes.isEmpty() ? name : name + ", " + String.join(", ", notes), load);
    }
  }

  /**
   * Gathers it; what is not there or cannot be read is left out.
   *
   * @param run the result
   * @param history the folder of the run, or its history alone
   */
  public static Evidence of(RunResult run, Path history) {
    boolean folder = Files.isDirectory(history);
    Optional<LoadResult> load = Measured.of(run);
    return new Evidence(
        Timelines.ofCases(run, history),
        load.map(l -> Timelines.ofLoad(run, l, history)).orElse(Pictures.NONE),
        folder && load.isPresent() ? RecordedLatencies.read(history) : RecordedLatencies.NONE,
        Optional.empty());
  }

  /** Why pictures are missing. */
  List<String> missing() {
    return Stream.of(cases, rules).flatMap(p -> p.problem().stream()).toList();
  }

  /** The same with an earlier load. */
  public Evidence against(Baseline earlier) {
    return new Evidence(cases, rules, recorded, Optional.of(earlier));
  }
}
