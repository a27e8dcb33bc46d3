package io.solewire.conformance.run;

import io.solewire.conformance.race.Schedule;
import io.solewire.history.HistoryException;
import io.solewire.judge.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reduces the races that failed, side by side, so that all take no longer than one. Stateless. */
final class SmallestSearches {

  /** What breaks the rule without any race needs no smallest schedule. */
  private static final String TWO_IN_TURN = "A1.two-in-turn";

  static final Duration BOUND = SmallestSearch.BOUND.plusSeconds(10);
  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final int LOOK_MILLIS = 50;

  private SmallestSearches() {}

  /**
   * Looks for the smallest schedules, at most a minute long.
   *
   * @param cases those that were executed
   * @throws HistoryException if nothing can be recorded
   */
  static void reduce(RunContext run, List<CaseInfo> cases) throws HistoryException {
    Set<String> failed =
        run.results().stream()
            .filter(r -> r.verdict() == Verdict.FAIL)
            .map(r -> r.id())
            .collect(Collectors.toSet());
    if (failed.contains(TWO_IN_TURN)) {
      return;
    }
    Map<SmallestSearch, Thread> searches = new LinkedHashMap<>();
    for (CaseInfo info : cases) {
      Optional<Schedule> failing =
          info.races() && failed.contains(info.id()) && !run.isCut()
              ? SmallestSearch.failing(run, info)
              : Optional.empty();
      if (failing.isPresent()) {
        run.listener().reducing(info);
        SmallestSearch search = new SmallestSearch(run, info, failing.get());
        Thread thread = new Thread(search, "solewire-smallest-" + info.id());
        thread.setDaemon(true);
        thread.start();
        searches.put(search, thread);
      }
    }
    await(run, new ArrayList<>(searches.values()));
    searches.keySet().forEach(SmallestSearch::close);
  }

  private static void await(RunContext run, List<Thread> threads) {
    long end = System.nanoTime() + BOUND.toNanos();
    boolean asked = false;
    boolean told = false;
    while (threads.stream().anyMatch(Thread::isAlive) && !run.isOverdue()) {
      if (System.nanoTime() > end && told) {
        break; // stuck where no interrupt reaches; what was found until then stands
      }
      if (System.nanoTime() > end) {
        threads.forEach(Thread::interrupt);
        told = true;
        end += MARGIN.toNanos();
      }
      try {
        for (Thread thread : threads) {
          thread.join(LOOK_MILLIS);
        }
      } catch (InterruptedException e) {
        asked = true;
        run.interrupt();
      }
    }
    if (asked) {
      Thread.currentThread().interrupt();
    }
  }
}
