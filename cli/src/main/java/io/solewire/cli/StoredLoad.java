package io.solewire.cli;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.EventLog;
import io.solewire.history.Header;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.history.TimeOrder;
import io.solewire.history.Trace;
import io.solewire.load.LoadJudge;
import io.solewire.load.LoadPlan;
import io.solewire.load.Rivals;
import io.solewire.load.Signs;
import io.solewire.load.arrival.Rounds;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.FailureText;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.result.Versus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A load as its history tells it, judged again while it is read. Stateless. */
final class StoredLoad {

  private StoredLoad() {}

  /** The history of a load, if there is one: the file itself, or in the folder of a run. */
  static Optional<Path> in(Path history) throws HistoryException {
    if (Files.isDirectory(history)) {
      return Optional.of(history.resolve(EventLog.FILE)).filter(Files::exists);
    }
    return HistoryReader.header(history).load() == null ? Optional.empty() : Optional.of(history);
  }

  /**
   * What became of it.
   *
   * @param outcome the load, judged
   * @param missing that the history is not whole, if it is not
   */
  record Told(LoadOutcome outcome, Optional<String> missing) {}

  static Told judge(Path file, Header header, Profile profile) throws HistoryException {
    LoadPlan plan = LoadPlan.ofJson(header.load());
    Reading reading = Reading.of(file, header, profile, plan);
    return reading.conclude(plan.turn() == null ? null : compared(file, plan, reading.judge()));
  }

  private static Versus compared(Path file, LoadPlan plan, LoadJudge target)
      throws HistoryException {
    if (plan.turn().side() == Rounds.Side.REFERENCE) {
      return Versus.unknown("the target", "this is the load of what that was compared with");
    }
    Path other = file.resolveSibling(Rivals.FOLDER).resolve(EventLog.FILE);
    if (!Files.exists(other)) {
      return Versus.unknown("the reference", "there is no " + other);
    }
    Header header = HistoryReader.header(other);
    LoadPlan its = LoadPlan.ofJson(String.valueOf(header.load()));
    if (!its.equals(Rivals.reference(plan))) {
      throw new HistoryException(
          other + ":1: expected the load that took turns with that of " + file);
    }
    Profile profile = profile(other, header);
    Reading reading = Reading.of(other, header, profile, its);
    LoadOutcome outcome = reading.conclude(null).outcome();
    return Rivals.compared(profile, outcome, reading.judge(), target);
  }

  private static Profile profile(Path file, Header header) throws HistoryException {
    try {
      return ProfileReader.readStored(file + ":1", header.profile(), header.target());
    } catch (ProfileException e) {
      throw new HistoryException("the profile in the history cannot be used:\n" + e.getMessage());
    }
  }

  /**
   * A history that was read.
   *
   * @param judge has taken in all of it
   * @param end the last event, if the load came to its end
   * @param missing that the history is not whole
   */
  record Reading(LoadJudge judge, Optional<Event> end, String missing) {

    static Reading of(Path file, Header header, Profile profile, LoadPlan plan)
        throws HistoryException {
      String segment = "load." + plan.simulation();
      String replay = "./solewire load " + FailureText.TARGET + LoadHalf.options(plan);
      LoadJudge judge =
          new LoadJudge(profile, plan, new LoadJudge.Context(segment, header.seed(), replay));
      AtomicReference<Event> end = new AtomicReference<>();
      TimeOrder order = new TimeOrder();
      HistoryReader.Contents contents =
          HistoryReader.contents(
              file,
              event -> {
                if (end.get() != null) {
                  throw new HistoryException(event.kind().text() + " after the end of the load");
                }
                order.accept(event);
                judge.accept(event);
                if (event.kind() == EventKind.CASE_END) {
                  end.set(event);
                }
              });
      Optional<Event> last =
          Optional.ofNullable(end.get()).filter(event -> event.detail().text() != null);
      return new Reading(judge, last, StoredRun.missing(file, contents));
    }

    Told conclude(Versus versus) throws HistoryException {
      if (end.isEmpty()) {
        LoadResult result = judge.conclude(unknown(), Signs.trusted(judge), versus);
        return new Told(new LoadOutcome(result, null, true, null), Optional.of(missing));
      }
      String name = end.get().detail().name();
      boolean lost = Signs.LOST.equals(name);
      long until = lost ? Signs.trusted(judge) : Trace.NEVER;
      LoadResult.Generator generator = Signs.generator(end.get().detail().text());
      LoadResult result = judge.conclude(generator, until, versus);
      String why = lost ? "it was lost under load" : null;
      boolean cut = Signs.INTERRUPTED.equals(name);
      return new Told(new LoadOutcome(result, why, cut, null), Optional.empty());
    }
  }

  private static LoadResult.Generator unknown() {
    String why = "the history ends before the load did, so nobody knows how the generator did";
    return new LoadResult.Generator(false, 0, 0, 0, why);
  }
}
