package io.solewire.cli;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run waits for, in one line. Not thread-safe: the terminal guards it. Moments are those of
 * one clock, in nanoseconds.
 */
final class Waiting {

  private static final int NAMED = 3;
  private static final long SECOND = 1_000_000_000L;
  private static final long SEARCH_SECONDS = ConformanceRun.SEARCH.toSeconds();
  private static final String CUT = "...";
  private static final String SEARCH = "looking for the smallest schedule with which ";

  /** Those that run, the one that has run for the longest first. */
  private final Map<String, Begun> running = new LinkedHashMap<>();

  private final Set<String> searched = new LinkedHashSet<>();
  private Estimate estimate = Estimate.NONE;
  private int total;
  private int done;
  private long begun;
  private long searchedSince;

  private record Begun(CaseInfo info, long at) {}

  void expect(int cases, Estimate left) {
    total = cases;
    estimate = left;
  }

  void begin(long now) {
    begun = now;
  }

  void started(CaseInfo info, long now) {
    searched.clear(); // only what runs after the search can start now
    running.put(info.id(), new Begun(info, now));
    estimate.started(info.id(), now);
  }

  void finished(String id, boolean failed, long now) {
    running.remove(id);
    estimate.finished(id, failed, now);
    done++;
  }

  /** Notes a search for the smallest schedule; it ends when another case starts. */
  String searching(CaseInfo info, long now) {
    if (searched.isEmpty()) {
      searchedSince = now;
    }
    searched.add(info.id());
    return SEARCH + info.id() + " fails";
  }

  /**
   * What is waited for.
   *
   * @param width so many characters at most; where there is less room, titles are left out first,
   *     and that of the only one is cut
   * @return empty if it is nothing
   */
  Optional<String> line(long now, int width) {
    List<String> wordings = searched.isEmpty() ? cases(now) : searches(now);
    String shown = "";
    for (String wording : wordings) {
      shown = wording;
      if (shown.length() <= width) {
        break;
      }
    }
    boolean fits = shown.length() <= width;
    return Optional.of(fits ? shown : shown.substring(0, width - CUT.length()) + CUT)
        .filter(text -> !text.isEmpty());
  }

  private List<String> searches(long now) {
    boolean one = searched.size() == 1;
    boolean late = now - searchedSince > SEARCH_SECONDS * SECOND;
    String after =
        ", after " + seconds(searchedSince, now) + (late ? "" : " of at most " + SEARCH_SECONDS);
    String names = String.join(", ", searched);
    return List.of(
        "still " + SEARCH + names + (one ? " fails" : " fail") + after,
        "smallest schedule of " + names + after,
        "smallest schedules of " + searched.size() + " races" + after);
  }

  /** The same with less and less in it. */
  private List<String> cases(long now) {
    int ahead = total - done - running.size();
    String after = ", " + estimate.words(now).orElseGet(() -> "after " + seconds(begun, now));
    if (running.isEmpty()) {
      return ahead > 0 ? List.of(ahead + " of " + total + " not begun" + after) : List.of();
    }
    String run =
        running.size() + " of " + total + (running.size() == 1 ? " still runs" : " still run");
    String head = run + (ahead > 0 ? ", " + ahead + " not begun" : "") + after;
    int fewest = running.size() == 1 ? 1 : 0;
    List<String> wordings = new ArrayList<>();
    for (int named = Math.min(NAMED, running.size()); named > 0; named--) {
      for (int titled = named; titled >= fewest; titled--) {
        wordings.add(head + ": " + names(now, named, titled));
      }
    }
    return wordings;
  }

  private String names(long now, int named, int titled) {
    List<String> names = new ArrayList<>();
    for (Begun begun : running.values().stream().limit(named).toList()) {
      String name = begun.info().id() + " " + seconds(begun.at(), now);
      names.add(names.size() < titled ? name + " (" + begun.info().title() + ")" : name);
    }
    return String.join(", ", names);
  }

  private static String seconds(long from, long to) {
    return Math.max(0, to - from) / SECOND + " s";
  }
}
