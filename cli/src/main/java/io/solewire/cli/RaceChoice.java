package io.solewire.cli;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.race.ScheduleException;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.result.Shell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The schedule that {@code --schedule} gives to one race. Stateless. */
final class RaceChoice {

  private RaceChoice() {}

  /** The same as it is typed, with a space in front; empty if there is none. */
  static String given(Optional<Schedule> schedule) {
    return schedule.map(moves -> " --schedule " + Shell.word(moves.text())).orElse("");
  }

  static Optional<Schedule> of(String text, List<CaseInfo> cases) {
    if (text == null) {
      return Optional.empty();
    }
    if (cases.size() != 1 || !cases.get(0).races()) {
      String races =
          Catalogue.cases().stream()
              .filter(CaseInfo::races)
              .map(CaseInfo::id)
              .collect(Collectors.joining(", "));
      throw CommandException.usage("--schedule: expected --only with one of " + races);
    }
    try {
      return Optional.of(Schedule.parse(text));
    } catch (ScheduleException e) {
      throw CommandException.usage("--schedule '" + text + "': " + e.getMessage());
    }
  }
}
