package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.Faults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Cuts an endless history into windows that can be judged. Not thread-safe. A window is handed on
 * when no more than {@code max} of a user's connections are still watched, all of them admitted and
 * alive; those that are over are forgotten then, but for connects of which nobody knows what
 * became: they may have evicted a survivor, and stay for one window more. So memory grows with the
 * population and not with time, and each connection is looked at together with those that it met.
 * Of users who are sent messages those that were over are remembered for one window more: what is
 * sent after a takeover is read after its window. Of the Pings and Pongs of a connection only the
 * last few are remembered: no judge asks for them, and one that is held for a day has thousands.
 */
final class Windows {

  /** A user whose connections never settle is looked at in parts. */
  private static final int MOST = 64;

  /** So many Pings and Pongs of a connection are shown around a finding. */
  private static final int HEARTBEATS = 8;

  private static final Set<String> HEARTBEAT = Set.of("ping", "pong");

  private final int max;
  private final Consumer<Window> windows;
  private final Map<String, Map<String, Life>> users = new LinkedHashMap<>();
  private final Map<String, List<Event>> published = new HashMap<>();
  private final Map<String, List<Life>> before = new HashMap<>();

  private static final class Life {
    private final List<Event> events = new ArrayList<>();
    private final Deque<Event> heartbeats = new ArrayDeque<>(0);
    private boolean requested;
    private boolean admitted;
    private boolean ended;
    private boolean over;
    private boolean looked;
    private boolean numbered;

    void accept(Event event) {
      if (isHeartbeat(event)) {
        heartbeats.add(event);
        if (heartbeats.size() > HEARTBEATS) {
          heartbeats.remove();
        }
        return;
      }
      events.add(event);
      switch (event.kind()) {
        case REQUEST_SENT, STEP_SENT -> requested = true;
        case ADMITTED -> admitted = true;
        case REFUSED, CLOSE_IN, FIN_IN, RST_IN -> ended = true;
        case FRAME_IN -> ended |= "evicted".equals(event.detail().means());
        case FAULT -> numbered |= Faults.NUMBERED.equals(event.detail().name());
        case ABANDONED, TCP_FAILED -> over = true;
        default -> {
          // nothing that ends it
        }
      }
    }

    private static boolean isHeartbeat(Event event) {
      return (event.kind() == EventKind.FRAME_IN || event.kind() == EventKind.FRAME_OUT)
          && event.detail().name() != null
          && HEARTBEAT.contains(event.detail().name());
    }

    /** What is remembered, not in order. */
    Stream<Event> all() {
      return Stream.concat(events.stream(), heartbeats.stream());
    }

    /** A survivor, as far as is known. */
    boolean isAlive() {
      return admitted && !ended && !over;
    }

    static List<Event> events(List<Life> lives) {
      return lives.stream().flatMap(Life::all).sorted(Comparator.comparingLong(Event::t)).toList();
    }

    boolean hasRead(Event message) {
      return events.stream()
          .filter(e -> e.kind() == EventKind.FRAME_IN && e.detail().text() != null)
          .anyMatch(e -> e.detail().text().contains(message.detail().id()));
    }

    /** Asked for, and never resolved. */
    boolean isIndefinite() {
      return requested && !admitted && !ended;
    }
  }

  Windows(int max, Consumer<Window> windows) {
    this.max = max;
    this.windows = windows;
  }

  void accept(Event event) {
    if (event.kind() == EventKind.PUBLISHED) {
      published.computeIfAbsent(event.user(), u -> new ArrayList<>()).add(event);
      return;
    }
    if (event.user().isEmpty() || event.conn().isEmpty()) {
      return;
    }
    Map<String, Life> lives = users.computeIfAbsent(event.user(), u -> new LinkedHashMap<>());
    Life life = lives.computeIfAbsent(event.conn(), c -> new Life());
    life.accept(event);
    if (life.over && (isSettled(lives) || lives.size() >= MOST)) {
      handOn(event.user(), lives, false);
    }
  }

  private boolean isSettled(Map<String, Life> lives) {
    int alive = 0;
    for (Life life : lives.values()) {
      if (!life.over) {
        if (!life.isAlive()) {
          return false;
        }
        alive++;
      }
    }
    return alive <= max;
  }

  /** Nothing comes any more: hands on what is left. */
  void finish() {
    users.forEach((user, lives) -> handOn(user, lives, true));
    users.clear();
  }

  private void handOn(String user, Map<String, Life> lives, boolean all) {
    Set<String> settled = new HashSet<>();
    Set<String> forgotten = new HashSet<>();
    List<Event> events = new ArrayList<>();
    lives.forEach(
        (conn, life) -> {
          life.all().forEach(events::add);
          if (life.looked) {
            forgotten.add(conn);
          } else if (life.over || all) {
            settled.add(conn);
            life.looked = true;
            if (!life.isIndefinite()) {
              forgotten.add(conn);
            }
          }
        });
    List<Life> gone = forgotten.stream().map(lives::get).toList();
    lives.keySet().removeAll(forgotten);
    List<Event> messages = published.getOrDefault(user, List.of());
    events.addAll(messages);
    List<Life> remembered = before.getOrDefault(user, List.of());
    if (!settled.isEmpty()) {
      events.sort(Comparator.comparingLong(Event::t));
      windows.accept(Window.of(user, List.copyOf(events), settled, Life.events(remembered)));
    }
    if (gone.stream().anyMatch(life -> life.numbered)) {
      before.put(user, gone);
    }
    if (!messages.isEmpty()) {
      List<Life> known = before.getOrDefault(user, List.of());
      forgetMessages(List.of(lives.values(), known), remembered, messages);
    }
  }

  /**
   * Those that came before anybody who is still known; and those that were read by somebody who is
   * not any more, since nobody would know that they were.
   */
  private static void forgetMessages(
      List<Collection<Life>> known, List<Life> unknown, List<Event> messages) {
    long since =
        known.stream()
            .flatMap(Collection::stream)
            .mapToLong(life -> life.events.get(0).t())
            .min()
            .orElse(Trace.NEVER);
    messages.removeIf(m -> m.t() < since || unknown.stream().anyMatch(u -> u.hasRead(m)));
  }
}
