package io.solewire.benchmark;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import java.util.function.Consumer;

/**
 * Makes histories of an honest server, of any length, event by event: users that connect one after
 * another on each of their connections' heels, each evicted by the next. Deterministic.
 *
 * @param caseId the case, or the load
 * @param users how many users; they take turns
 * @param chain how many connections each has
 */
public record Population(String caseId, int users, int chain) {

  /** Events of one connection; the last one of a user has fewer. */
  public static final int EVENTS = 10;

  private static final long STEP = 2_000_000L;

  /** A history of about so many events, of users with so many connections each. */
  public static Population of(String caseId, long events, int chain) {
    return new Population(caseId, (int) Math.max(1, events / ((long) EVENTS * chain)), chain);
  }

  /** How many events there are. */
  public long events() {
    return 2 + (long) users * ((long) EVENTS * chain - 3);
  }

  /**
   * Tells the history.
   *
   * @param events is handed each event, in the order of time
   */
  public void tell(Consumer<Event> events) {
    events.accept(event(0, "", "", EventKind.CASE_BEGIN, Detail.note("a population")));
    long round = STEP * (users + 10L);
    for (int link = 0; link <= chain; link++) {
      for (int user = 0; user < users; user++) {
        link(events, "user-" + user, link, link * round + user * STEP);
      }
    }
    long end = (chain + 1) * round + 10_000_000_000L;
    events.accept(event(end, "", "", EventKind.CASE_END, Detail.NONE));
  }

  private void link(Consumer<Event> events, String user, int link, long t) {
    String young = "c" + (link + 1);
    String old = "c" + link;
    if (link == chain) {
      events.accept(event(t + 1, user, old, EventKind.ABANDONED, Detail.NONE));
      return;
    }
    if (link > 0 && caseId.startsWith("load.")) {
      events.accept(event(t, user, young, EventKind.PLANNED, Detail.named("measured")));
    }
    events.accept(event(t, user, young, EventKind.TCP_OPEN, Detail.named("subject", "")));
    events.accept(event(t + 10, user, young, EventKind.REQUEST_SENT, Detail.step(0, true)));
    events.accept(event(t + 1_000, user, young, EventKind.UPGRADED, Detail.status(101, "")));
    events.accept(event(t + 1_001, user, young, EventKind.ADMITTED, Detail.NONE));
    if (link > 0) {
      Detail close = Detail.close(4409, 8, true, "replaced");
      events.accept(event(t + 1_500, user, old, EventKind.CLOSE_IN, close));
      events.accept(event(t + 1_600, user, old, EventKind.CLOSE_OUT, close));
      events.accept(event(t + 1_900, user, old, EventKind.FIN_IN, Detail.NONE));
      events.accept(event(t + 2_000, user, old, EventKind.ABANDONED, Detail.NONE));
    }
    events.accept(event(t + 3_000, user, young, EventKind.PROBE_SENT, Detail.id("p1")));
    events.accept(event(t + 3_500, user, young, EventKind.PROBE_ANSWERED, Detail.id("p1")));
  }

  private Event event(long t, String user, String conn, EventKind kind, Detail detail) {
    return new Event(t, caseId, user, conn, kind, detail);
  }
}
