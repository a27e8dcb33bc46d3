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
import io.solewire.load.Signs;
import io.solewire.profile.Profile;
import io.solewire.result.FailureText;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
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
    Event last = end.get();
    if (last == null || last.detail().text() == null) {
      LoadResult result = judge.conclude(unknown(), Signs.trusted(judge));
      String missing = StoredRun.missing(file, contents);
      return new Told(new LoadOutcome(result, null, true, null), Optional.of(missing));
    }
    boolean lost = Signs.LOST.equals(last.detail().name());
    boolean cut = Signs.INTERRUPTED.equals(last.detail().name());
    long until = lost ? Signs.trusted(judge) : Trace.NEVER;
    LoadResult result = judge.conclude(Signs.generator(last.detail().text()), until);
    String why = lost ? "it was lost under load" : null;
    return new Told(new LoadOutcome(result, why, cut, null), Optional.empty());
  }

  private static LoadResult.Generator unknown() {
    String why = "the history ends before the load did, so nobody knows how the generator did";
    return new LoadResult.Generator(false, 0, 0, 0, why);
  }
}
