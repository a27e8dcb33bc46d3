package io.solewire.simulation.takeover;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.EventLog;
import io.solewire.history.Header;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.history.Redactor;
import io.solewire.history.RunClock;
import io.solewire.history.Trace;
import io.solewire.load.LoadJudge;
import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.result.LoadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the event loops hand over is written and judged, in their order. */
class ScribeTest {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final LoadResult.Generator HEALTHY =
      new LoadResult.Generator(true, 0.1, 0, 100, null);
  private static final LoadPlan PLAN = Plans.of(1, 1, 0, 2_000);
  private static final Profile PROFILE = Plans.profile(Map.of());

  @TempDir private Path folder;
  private final LoadJudge judge =
      new LoadJudge(PROFILE, PLAN, new LoadJudge.Context("load.takeover", 1, "./solewire load"));
  private Duration patience = BOUND;
  private Scribe scribe;

  private void begin(LoadJudge with) throws HistoryException {
    Header header = new Header(1, 1, 1, "t", "ws://h", "", PROFILE.document(), PLAN.toJson());
    scribe =
        new Scribe(EventLog.begin(folder, header, Redactor.NONE), with, RunClock.start(), patience);
  }

  @AfterEach
  void close() {
    scribe.close();
  }

  private List<Event> written() {
    List<Event> events = new ArrayList<>();
    try {
      HistoryReader.read(folder.resolve(EventLog.FILE), events::add);
    } catch (HistoryException e) {
      throw new AssertionError(e);
    }
    return events;
  }

  private static Event event(long millis, String conn, EventKind kind, Detail detail) {
    return new Event(millis * 1_000_000, "load.takeover", "anna", conn, kind, detail);
  }

  private static List<Event> comes(long millis, String conn) {
    return List.of(
        event(millis, conn, EventKind.PLANNED, Detail.named(LoadPlan.MEASURED)),
        event(millis, conn, EventKind.TCP_OPEN, Detail.named("subject")),
        event(millis, conn, EventKind.REQUEST_SENT, Detail.step(0, true)),
        event(millis + 1, conn, EventKind.UPGRADED, Detail.NONE),
        event(millis + 1, conn, EventKind.ADMITTED, Detail.NONE));
  }

  /** The second connection takes over from the first, which is told so or not. */
  private static List<Event> takeover(boolean told) {
    List<Event> events = new ArrayList<>(comes(0, "c1"));
    events.addAll(comes(1_000, "c2"));
    if (told) {
      events.add(event(1_002, "c1", EventKind.CLOSE_IN, Detail.close(4409, 0, true, "")));
    }
    events.add(event(10_000, "c1", EventKind.ABANDONED, Detail.NONE));
    events.add(event(10_000, "c2", EventKind.ABANDONED, Detail.NONE));
    return events;
  }

  @Test
  void whatIsHandedOverIsWrittenInOrderAndJudged() throws Exception {
    begin(judge);
    List<Event> events = takeover(true);
    events.forEach(scribe::take);
    scribe.close();
    assertEquals(Optional.empty(), scribe.problem());
    assertEquals(events, written());
    LoadResult result = judge.conclude(HEALTHY, Trace.NEVER);
    assertEquals(1, result.takeovers());
    assertEquals(Map.of("close:4409", 1L), result.evictedBy());
  }

  @Test
  void eachThreadsEventsKeepTheirOrder() throws Exception {
    begin(judge);
    int each = 5_000;
    List<Thread> threads =
        IntStream.range(0, 3)
            .mapToObj(
                n ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < each; i++) {
                            scribe.take(event(i, "n" + n, EventKind.FRAME_IN, Detail.NONE));
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join(BOUND.toMillis());
    }
    scribe.close();
    assertEquals(Optional.empty(), scribe.problem());
    List<Event> written = written();
    assertEquals(3 * each, written.size());
    for (int n = 0; n < 3; n++) {
      String conn = "n" + n;
      List<Long> instants =
          written.stream().filter(e -> e.conn().equals(conn)).map(Event::t).toList();
      assertEquals(instants.stream().sorted().toList(), instants);
    }
  }

  @Test
  void whatIsFlushedCanBeReadWhileTheLoadGoesOn() throws Exception {
    begin(judge);
    List<Event> events = takeover(true);
    events.forEach(scribe::take);
    await("the flush of every second")
        .pollInterval(Duration.ofMillis(20))
        .atMost(BOUND)
        .ignoreExceptions()
        .until(() -> written().equals(events));
    scribe.take(event(2_000, "c3", EventKind.TCP_OPEN, Detail.named("subject")));
    scribe.close();
    assertEquals(events.size() + 1, written().size(), "and goes on after it");
  }

  @Test
  void aJudgeThatThrowsIsAProblemOfTheHistory() throws Exception {
    LoadJudge cannotSayWhatItFound = new LoadJudge(PROFILE, PLAN, null);
    begin(cannotSayWhatItFound);
    takeover(false).forEach(scribe::take);
    scribe.close();
    String problem = scribe.problem().orElse("");
    String begin = "the history could not be judged: java.lang.NullPointerException";
    assertTrue(problem.startsWith(begin), problem);
  }

  /** As at the end of a load that was far too much for its generator. */
  @Test
  void whatIsStillToBeJudgedAtTheEndIsLostAndCounted() throws Exception {
    patience = Duration.ofMillis(1);
    begin(judge);
    List<Event> events = takeover(true);
    int times = 20_000;
    for (int i = 0; i < times; i++) {
      events.forEach(scribe::take);
    }
    scribe.close();
    assertTrue(scribe.lost() > 0, "a millisecond is enough for them");
    List<Event> written = written();
    assertEquals(times * events.size(), written.size() + scribe.lost());
    int last = written.size() % events.size();
    List<Event> end = written.subList(written.size() - last, written.size());
    assertEquals(events.subList(0, last), end, "it has no holes");
  }

  @Test
  void aLoadInWhichNothingHappenedHasAnEmptyHistory() throws Exception {
    begin(judge);
    scribe.close();
    assertEquals(Optional.empty(), scribe.problem());
    assertEquals(List.of(), written());
  }
}
