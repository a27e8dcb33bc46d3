package io.solewire.judge;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A small history of one user, made event by event; instants are milliseconds. */
final class Small {

  private final List<Event> events = new ArrayList<>();

  static Profile profile(Map<String, String> settings) {
    try {
      return ProfileReader.forUrl("ws://h/{user}", settings);
    } catch (ProfileException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Small at(double ms, String conn, EventKind kind, Detail detail) {
    events.add(new Event(Math.round(ms * 1e6), "D1.small", "u", conn, kind, detail));
    return this;
  }

  Small at(double ms, String conn, EventKind kind) {
    return at(ms, conn, kind, Detail.NONE);
  }

  Small asks(double ms, String conn) {
    return at(ms, conn, EventKind.TCP_OPEN, Detail.named("subject", ""))
        .at(ms, conn, EventKind.REQUEST_SENT, Detail.step(0, true));
  }

  Small closed(double ms, String conn, int code) {
    Detail close = Detail.close(code, 0, true, "");
    return at(ms, conn, EventKind.CLOSE_IN, close)
        .at(ms + 0.01, conn, EventKind.CLOSE_OUT, close)
        .at(ms + 0.02, conn, EventKind.FIN_IN);
  }

  /** A probe; unanswered if the answer is negative. */
  Small probed(double ms, double answered, String conn) {
    String id = "p" + ms;
    at(ms, conn, EventKind.PROBE_SENT, Detail.id(id));
    return answered < 0 ? this : at(answered, conn, EventKind.PROBE_ANSWERED, Detail.id(id));
  }

  UserTraces end(double ms) {
    at(ms, "", EventKind.CASE_END);
    events.set(events.size() - 1, caseEnd(events.get(events.size() - 1)));
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(Event::t));
    return Story.fold(sorted).get(0);
  }

  private static Event caseEnd(Event event) {
    return new Event(event.t(), event.caseId(), "", "", event.kind(), event.detail());
  }

  @Override
  public String toString() {
    return events.stream()
        .sorted(Comparator.comparingLong(Event::t))
        .map(e -> e.t() / 1e6 + " " + e.conn() + " " + e.kind().text())
        .collect(Collectors.joining("\n", "\n", ""));
  }
}
