package io.solewire.cli;

import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.RunClock;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.Profile;
import io.solewire.result.Conclusion;
import io.solewire.result.ExitCode;
import java.util.List;
import java.util.Optional;

/** The conformance half of a session. Stateless. */
final class ConformHalf {

  private ConformHalf() {}

  /** Judges the target by cases; the history is in the session's folder afterwards. */
  static ConformanceRun.Outcome judge(
      Session session, List<CaseInfo> cases, BudgetOption budget, KnownFailures known) {
    return judge(session, cases, budget, known, Optional.empty());
  }

  /** The same; races play this schedule instead of their own rounds. */
  static ConformanceRun.Outcome judge(
      Session session,
      List<CaseInfo> cases,
      BudgetOption budget,
      KnownFailures known,
      Optional<Schedule> schedule) {
    Profile profile = session.profile();
    String replay =
        "./solewire conform"
            + session.redactor().clean(session.target().replay())
            + budget.given()
            + RaceChoice.given(schedule)
            + session.strictly();
    Conclusion conclusion = new Conclusion(profile, session.seed(), replay).withKnown(known);
    String run = Long.toString(System.currentTimeMillis(), 36);
    Header header = Header.of(profile, session.seed(), null);
    Ticker ticker = session.terminal().watch();
    try (History history =
        History.begin(session.folder(), header, session.redactor(), RunClock.start())) {
      ConformanceRun.Settings settings =
          new ConformanceRun.Settings(
              budget.asked(), run, session.target().control(), schedule, schedule.isEmpty());
      ConformanceRun suite = new ConformanceRun(history, conclusion, settings, session.terminal());
      session.interruption().cutBy(suite::interrupt);
      ConformanceRun.Outcome outcome = suite.execute(cases);
      if (outcome.unrecorded().isPresent()) {
        OutputFolder.dropHalfMerged(session.folder());
      }
      return outcome;
    } catch (HistoryException e) {
      throw new CommandException(ExitCode.HARNESS, e.getMessage());
    } finally {
      ticker.close();
      session.interruption().cutBy(() -> {});
    }
  }
}
