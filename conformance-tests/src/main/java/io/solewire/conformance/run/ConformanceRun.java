package io.solewire.conformance.run;

import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.stage.Budget;
import io.solewire.conformance.stage.Control;
import io.solewire.conformance.stage.Gate;
import io.solewire.conformance.stage.Patience;
import io.solewire.conformance.stage.QuietMachine;
import io.solewire.conformance.stage.Shared;
import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.Segment;
import io.solewire.judge.Verdict;
import io.solewire.machine.Sleeper;
import io.solewire.profile.Profile;
import io.solewire.record.Users;
import io.solewire.result.AboutRun;
import io.solewire.result.Attribution;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import io.solewire.result.Losses;
import io.solewire.result.RunResult;
import io.solewire.result.Sleeps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run of cases against one target: looks whether it is there, executes the cases side by side,
 * looks again if anything went wrong, and concludes. {@link #interrupt} may be called from any
 * thread; the rest is for one thread.
 */
public final class ConformanceRun {

  /** The segment of the look at the target before the first case; the last of a whole history. */
  public static final String BEFORE = Losses.RUN + "before";

  /** The segment that says that a run was cut short. */
  public static final String INTERRUPTED = Losses.RUN + "interrupted";

  /** The search for the smallest schedules with which races fail takes no longer. */
  public static final Duration SEARCH = SmallestSearches.BOUND;

  private final RunContext context;
  private final History history;
  private final Conclusion conclusion;
  private final boolean reduce;
  private final AboutRun live = new AboutRun();

  /**
   * Prepares a run.
   *
   * @param history where everything is recorded; merged by the run
   * @param conclusion how cases are concluded; carries the profile and the seed
   * @param settings how thorough to be, and a name that no earlier run had
   * @param listener is told how it goes on
   */
  public ConformanceRun(
      History history, Conclusion conclusion, Settings settings, RunListener listener) {
    this(history, conclusion, settings, listener, HardLimits.of(settings.budget()));
  }

  ConformanceRun(
      History history,
      Conclusion conclusion,
      Settings settings,
      RunListener listener,
      HardLimits limits) {
    Profile profile = conclusion.profile();
    this.history = history;
    this.conclusion = conclusion;
    this.reduce = settings.reduce();
    Shared shared =
        new Shared(
            new Users(profile, settings.run()),
            new Gate(profile.limits()),
            settings.budget(),
            new QuietMachine(),
            new AtomicReference<>(),
            settings.control(),
            new Patience(),
            settings.rounds(),
            live.sleeps());
    this.context = new RunContext(history, shared, conclusion.with(live), listener, limits);
  }

  /**
   * Settings of a run.
   *
   * @param budget how thorough to be
   * @param run distinguishes the users of this run from those of earlier runs
   * @param control of a target that the harness has started, so that it can be started again
   * @param schedule what races play instead of their own rounds
   * @param reduce true if the smallest schedule is looked for where a race fails
   */
  public record Settings(
      Budget budget,
      String run,
      Optional<Control> control,
      Optional<Schedule> schedule,
      boolean reduce) {

    private static final int ROUNDS = 20;
    private static final int MANY_ROUNDS = 240;

    /** A usual run: races play their own rounds, and what fails is reduced. */
    public Settings(Budget budget, String run, Optional<Control> control) {
      this(budget, run, control, Optional.empty(), true);
    }

    List<Schedule> rounds() {
      int count = budget.pick(ROUNDS, MANY_ROUNDS);
      return schedule.map(only -> Collections.nCopies(count, only)).orElse(List.of());
    }
  }

  /**
   * What came of it.
   *
   * @param cases one result for each case, in the order of their ids
   * @param target why the target could not be judged, or was lost
   * @param rtt round trip of probes to the target
   * @param interrupted true if it was cut short
   * @param unrecorded why the history is not whole, or cases did not end: what was seen is judged
   *     still
   */
  public record Outcome(
      List<CaseResult> cases,
      Optional<String> target,
      Optional<RunResult.Rtt> rtt,
      boolean interrupted,
      Optional<String> unrecorded) {}

  /**
   * How many cases run side by side.
   *
   * @param profile of the target, which may limit its connections
   * @return at least one
   */
  public static int atOnce(Profile profile) {
    return JUnitLaunch.atOnce(profile.limits());
  }

  /**
   * Runs the cases.
   *
   * @param cases which
   * @return what came of it
   * @throws HistoryException if nothing can be recorded
   * @throws IllegalStateException if JUnit executed another number of cases than was asked for
   */
  public Outcome execute(List<CaseInfo> cases) throws HistoryException {
    try (RunContext open = context) {
      Preflight before = Preflight.look(open, BEFORE);
      if (before.problem().isPresent()) {
        Seen nothing = new Seen(List.of(), before.problem(), before.rtt(), Optional.empty());
        return outcome(nothing, false);
      }
      Optional<String> stuck;
      try (Segment asleep = history.segment(Sleeps.SEGMENT)) {
        Sleeper sleeper = Sleeper.start(history.clock(), sleep -> slept(asleep, sleep));
        try {
          stuck = executeAll(open, cases);
        } finally {
          sleeper.close();
        }
      }
      Optional<String> lost = Optional.empty();
      if (!open.isCut() && !allPassed(open.results())) {
        lost = Preflight.look(open, Losses.AFTER).problem().map(why -> "it was lost: " + why);
      }
      boolean interrupted = open.isInterrupted();
      if (interrupted) {
        markInterrupted();
      }
      Map<String, List<Event>> events = history.events();
      Conclusion knowing =
          conclusion.with(AboutRun.of(events.values()).lostAt(Trust.until(events.values())));
      List<CaseResult> results = Attribution.conclude(knowing, events);
      return outcome(new Seen(results, lost, before.rtt(), stuck), interrupted);
    }
  }

  private void slept(Segment segment, Event sleep) {
    live.sleeps().accept(sleep);
    segment.record(sleep);
  }

  private Optional<String> executeAll(RunContext open, List<CaseInfo> cases)
      throws HistoryException {
    Optional<String> stuck = Optional.empty();
    for (List<CaseInfo> together : CaseInfo.inOrder(cases)) {
      if (stuck.isPresent()) {
        leaveOut(open, together, stuck.get());
      } else {
        stuck = JUnitLaunch.execute(open, together);
        if (reduce && stuck.isEmpty() && !open.isCut()) {
          SmallestSearches.reduce(open, together);
        }
      }
    }
    return stuck;
  }

  private static void leaveOut(RunContext open, List<CaseInfo> cases, String why)
      throws HistoryException {
    if (!open.isInterrupted()) {
      for (CaseInfo info : cases) {
        new CaseRun(open, info).leaveOut("not begun: " + why);
      }
    }
  }

  private record Seen(
      List<CaseResult> results,
      Optional<String> lost,
      Optional<RunResult.Rtt> rtt,
      Optional<String> stuck) {}

  private Outcome outcome(Seen seen, boolean interrupted) {
    List<CaseResult> placed = seen.results();
    Optional<String> unrecorded = seen.stuck();
    try {
      placed = placed(seen.results(), history.merge());
    } catch (HistoryException e) {
      unrecorded = Optional.of(e.getMessage());
    }
    return new Outcome(placed, seen.lost(), seen.rtt(), interrupted, unrecorded);
  }

  /** Cuts the run short: scripts stop at their next wait, and what was seen is concluded. */
  public void interrupt() {
    context.interrupt();
  }

  private void markInterrupted() throws HistoryException {
    try (Segment segment = history.segment(INTERRUPTED)) {
      long at = context.interruptedAt();
      segment.record(new Event(at, INTERRUPTED, "", "", EventKind.CASE_END, Detail.NONE));
    }
  }

  private static boolean allPassed(Collection<CaseResult> results) {
    return results.stream().allMatch(r -> r.verdict() == Verdict.PASS);
  }

  private static List<CaseResult> placed(
      List<CaseResult> results, Map<String, History.Lines> lines) {
    List<CaseResult> placed = new ArrayList<>();
    for (CaseResult result : results) {
      History.Lines where = lines.get(result.id());
      placed.add(result.at(new CaseResult.Place(result.id(), where.from(), where.to())));
    }
    return placed;
  }
}
