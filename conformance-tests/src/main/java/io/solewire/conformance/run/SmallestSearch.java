package io.solewire.conformance.run;

import io.solewire.conformance.race.Reductions;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.stage.CannotGoOnException;
import io.solewire.conformance.stage.Stage;
import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.HistoryException;
import io.solewire.history.Segment;
import io.solewire.history.UserTraces;
import io.solewire.record.CaseInterruptedException;
import io.solewire.record.CaseRecord;
import io.solewire.result.Smallest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Looks for the smallest schedule with which a race that failed fails still: what is smaller is
 * played several times by the case's own script, and kept if it fails at least twice. Bounded in
 * time; what it plays is in a segment of its own. For one thread.
 */
final class SmallestSearch implements Runnable {

  /** How long it looks. */
  static final Duration BOUND = Duration.ofSeconds(50);

  /** So often a schedule is tried, unless it has so many connections that fewer must do. */
  private static final int TRIES = 12;

  private static final int FEWEST_TRIES = 4;

  /** What is played between two looks; more would take too long of the time there is. */
  private static final int CONNECTIONS = 240;

  private final Schedule failing;
  private final RunContext run;
  private final CaseInfo info;
  private final Segment segment;
  private final CaseRecord record;
  private final Set<String> judged = new HashSet<>();
  private final Set<Schedule> tried = new HashSet<>();
  private final long end = System.nanoTime() + BOUND.toNanos();
  private volatile Smallest found;

  SmallestSearch(RunContext run, CaseInfo info, Schedule failing) throws HistoryException {
    this.run = run;
    this.info = info;
    this.segment = run.history().segment(Smallest.SEGMENT + info.id());
    this.record = new CaseRecord(segment, run.history().clock());
    this.failing = failing;
    this.found = new Smallest(failing.text(), 0, 0, null);
    record.record(now(), "", "", EventKind.CASE_BEGIN, Detail.note("the smallest schedule"));
  }

  @Override
  public void run() {
    try {
      run.atWork(this::search);
    } catch (CannotGoOnException | CaseInterruptedException e) {
      // what was found until then stands
    }
  }

  /** Writes down what was found; nothing if no schedule was played to its end. */
  void close() {
    Detail detail = found.n() == 0 ? Detail.NONE : Detail.named(Smallest.FOUND, found.text());
    record.record(now(), "", "", EventKind.CASE_END, detail);
    segment.close();
  }

  private void search() {
    Schedule best = failing;
    take(best, play(List.of(best)));
    for (Optional<Schedule> next = smaller(best); next.isPresent(); next = smaller(best)) {
      best = next.get();
    }
  }

  /** The smallest of those that are smaller and fail; empty if none does, or time is up. */
  private Optional<Schedule> smaller(Schedule best) {
    List<Schedule> left = new ArrayList<>(Reductions.of(best));
    left.removeAll(tried);
    while (!left.isEmpty() && System.nanoTime() < end) {
      List<Schedule> now = left.subList(0, affordable(left));
      Optional<Schedule> kept = keep(List.copyOf(now));
      if (kept.isPresent()) {
        return kept;
      }
      now.clear();
    }
    return Optional.empty();
  }

  /** How many of them can be played at a time; at least one. */
  private static int affordable(List<Schedule> schedules) {
    int connections = 0;
    int count = 0;
    while (count < schedules.size() && connections < CONNECTIONS) {
      connections += tries(schedules.get(count)) * schedules.get(count).connections();
      count++;
    }
    return connections > CONNECTIONS && count > 1 ? count - 1 : count;
  }

  private static int tries(Schedule schedule) {
    return Math.max(FEWEST_TRIES, Math.min(TRIES, CONNECTIONS / schedule.connections()));
  }

  /** Plays candidates, the smallest first, and keeps the first that fails often enough. */
  private Optional<Schedule> keep(List<Schedule> candidates) {
    Map<Schedule, Integer> bad = play(candidates);
    Optional<Schedule> kept =
        candidates.stream().filter(c -> bad.getOrDefault(c, 0) >= Smallest.OFTEN).findFirst();
    kept.ifPresent(schedule -> take(schedule, bad));
    return kept;
  }

  private void take(Schedule schedule, Map<Schedule, Integer> bad) {
    int times = bad.getOrDefault(schedule, 0);
    found = new Smallest(schedule.text(), times, tries(schedule), null);
  }

  private Map<Schedule, Integer> play(List<Schedule> candidates) {
    tried.addAll(candidates);
    List<Schedule> rounds = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      int round = i;
      candidates.stream().filter(c -> round < tries(c)).forEach(rounds::add);
    }
    long seed = run.conclusion().seed() ^ info.id().hashCode();
    try (Stage stage = new Stage(run.profile(), record, run.shared().playing(rounds), seed)) {
      Object cases = ReflectionSupport.newInstance(info.method().getDeclaringClass());
      ReflectionSupport.invokeMethod(info.method(), cases, stage);
    }
    List<UserTraces> users =
        record.see(fold -> fold.users()).stream().filter(u -> judged.add(u.user())).toList();
    return FailedRounds.count(run.conclusion(), info.rule().id(), users);
  }

  private long now() {
    return record.clock().nanos();
  }

  /** The smallest of the schedules that failed in a case. */
  static Optional<Schedule> failing(RunContext run, CaseInfo info) {
    List<UserTraces> users = run.folded(info.id());
    return FailedRounds.count(run.conclusion(), info.rule().id(), users).keySet().stream()
        .min(Schedule.BY_SIZE);
  }
}
