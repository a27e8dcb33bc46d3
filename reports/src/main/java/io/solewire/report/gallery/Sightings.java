package io.solewire.report.gallery;

import io.solewire.report.Glance;
import io.solewire.report.Standing;
import io.solewire.result.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each rule was seen in which way on one target, by its cases: what is decided by luck is
 * seen in several ways. Immutable.
 *
 * @param profileDigest of the profile that it was judged by
 * @param version of the server; empty if it does not say
 * @param runs how many there were
 * @param rules by rule: by standing, such as {@code pass}, in how many runs
 */
public record Sightings(
    String profileDigest, String version, int runs, Map<String, Map<String, Integer>> rules) {

  /** Copies the maps. */
  public Sightings {
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    rules.forEach((rule, seen) -> copy.put(rule, new TreeMap<>(seen)));
    rules = copy;
  }

  /** Nothing seen yet. */
  static Sightings none(RunResult run, String version) {
    return new Sightings(run.target().profileDigest(), version, 0, Map.of());
  }

  /**
   * The same and one run more.
   *
   * @param run of the same target; what was seen of another version, or by another profile, does
   *     not count any more
   * @param version of the server in that run
   */
  public Sightings with(RunResult run, String version) {
    boolean same =
        profileDigest.equals(run.target().profileDigest()) && this.version.equals(version);
    Sightings before = same ? this : none(run, version);
    Map<String, Map<String, Integer>> more = new TreeMap<>();
    before.rules.forEach((rule, seen) -> more.put(rule, new TreeMap<>(seen)));
    marks(run)
        .forEach(
            (rule, mark) ->
                more.computeIfAbsent(rule, r -> new TreeMap<>())
                    .merge(mark.standing().words(), 1, Integer::sum));
    return new Sightings(before.profileDigest, version, before.runs + 1, more);
  }

  /** By its cases alone: a run that judges again makes no load. */
  private static Map<String, Glance.Mark> marks(RunResult run) {
    return Glance.of(run.withoutLoad()).marks();
  }

  /**
   * Something that a run shows and that was never seen before.
   *
   * @param what the rule and how it stands, by which two of them are the same
   * @param words one sentence
   */
  record Strange(String what, String words) {}

  /** Each rule that stands where it never stood, and each that a run does not speak of any more. */
  List<Strange> strange(RunResult run) {
    Map<String, Glance.Mark> now = marks(run);
    List<Strange> strange = new ArrayList<>();
    if (!profileDigest.equals(run.target().profileDigest())) {
      strange.add(new Strange("profile", "its profile is another one than was published"));
    }
    now.forEach(
        (rule, mark) -> {
          String stands = mark.standing().words();
          if (isTold(mark) && !seen(rule).containsKey(stands)) {
            String what = rule + " is " + stands;
            strange.add(new Strange(what, what + ", was " + words(rule) + why(run, rule)));
          }
        });
    rules.keySet().stream()
        .filter(rule -> !now.containsKey(rule))
        .map(rule -> new Strange(rule, rule + " is not judged any more, was " + words(rule)))
        .forEach(strange::add);
    return strange;
  }

  /** What was seen instead, if it is broken. */
  private static String why(RunResult run, String rule) {
    return Glance.of(run.withoutLoad()).broken().stream()
        .filter(broken -> broken.rule().equals(rule))
        .map(broken -> ": " + broken.seen())
        .findFirst()
        .orElse("");
  }

  /** What a run did not show although it was seen before; no reason to call it changed. */
  List<String> unseen(RunResult run) {
    List<String> unseen = new ArrayList<>();
    marks(run)
        .forEach(
            (rule, mark) -> {
              if (!isTold(mark) && !seen(rule).containsKey(mark.standing().words())) {
                unseen.add(rule + " is " + mark.standing().words() + ", was " + words(rule));
              }
            });
    return unseen;
  }

  private static boolean isTold(Glance.Mark mark) {
    return mark.standing() != Standing.INCONCLUSIVE && mark.standing() != Standing.ERROR;
  }

  private Map<String, Integer> seen(String rule) {
    return rules.getOrDefault(rule, Map.of());
  }

  private String words(String rule) {
    return seen(rule).isEmpty()
        ? "not judged"
        : seen(rule).entrySet().stream()
                .map(e -> e.getKey() + " in " + e.getValue())
                .collect(Collectors.joining(", "))
            + " of "
            + runs;
  }

  /** The rules that were seen both kept and broken, and how often broken. */
  Map<String, Integer> wavering() {
    Map<String, Integer> wavering = new LinkedHashMap<>();
    rules.forEach(
        (rule, seen) -> {
          int bad = count(seen, Standing.FAIL) + count(seen, Standing.WARN);
          if (bad > 0 && count(seen, Standing.PASS) > 0) {
            wavering.put(rule, bad);
          }
        });
    return wavering;
  }

  private static int count(Map<String, Integer> seen, Standing standing) {
    return seen.getOrDefault(standing.words(), 0);
  }
}
