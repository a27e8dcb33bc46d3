package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

  /** So many different things that are said are kept once for all: a dozen, but for texts. */
  private static final int WHATS = 1_000;

  private final int max;
  private final Consumer<Window> windows;
  private final Map<String, List<Life>> users = new LinkedHashMap<>();
  private final Map<String, List<Event>> published = new HashMap<>();
  private final Map<String, List<Life>> before = new HashMap<>();
  private final Map<Life.What, Life.What> whats = new HashMap<>();

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
    List<Life> lives = users.computeIfAbsent(event.user(), u -> new ArrayList<>(2));
    Life life = life(lives, event);
    life.accept(event, what(new Life.What(event.kind(), Starts.shared(event))));
    if (life.isOver() && (isSettled(lives) || lives.size() >= MOST)) {
      handOn(event.user(), lives, false);
    }
  }

  private static Life life(List<Life> lives, Event event) {
    for (int i = lives.size() - 1; i >= 0; i--) { // most is said of the newest
      if (lives.get(i).conn().equals(event.conn())) {
        return lives.get(i);
      }
    }
    Life life = new Life(event);
    lives.add(life);
    return life;
  }

  /** Most events tell the same as others, and those of a connection that is held are kept. */
  private Life.What what(Life.What what) {
    Life.What known = whats.get(what);
    if (known == null && whats.size() < WHATS) {
      whats.put(what, what);
    }
    return known == null ? what : known;
  }

  private boolean isSettled(List<Life> lives) {
    int alive = 0;
    for (Life life : lives) {
      if (!life.isOver()) {
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

  private void handOn(String user, List<Life> lives, boolean all) {
    Set<String> settled = new HashSet<>();
    List<Life> gone = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Life life : lives) {
      life.all().forEach(events::add);
      if (life.wasLookedAt()) {
        gone.add(life);
      } else if (life.isOver() || all) {
        settled.add(life.conn());
        life.lookedAt();
        if (!life.isIndefinite()) {
          gone.add(life);
        }
      }
    }
    Set<String> rivalled = names(lives.stream().filter(Life::isRivalled));
    lives.removeAll(gone);
    lives.forEach(left -> gone.forEach(left::met));
    List<Event> messages = published.getOrDefault(user, List.of());
    events.addAll(messages);
    List<Life> remembered = before.getOrDefault(user, List.of());
    if (!settled.isEmpty()) {
      events.sort(Comparator.comparingLong(Event::t));
      windows.accept(
          Window.of(user, List.copyOf(events), settled, rivalled, Life.events(remembered)));
    }
    if (gone.stream().anyMatch(Life::isNumbered)) {
      before.put(user, gone);
    }
    if (!messages.isEmpty()) {
      List<Life> known = before.getOrDefault(user, List.of());
      forgetMessages(List.of(lives, known), remembered, messages);
    }
  }

  private static Set<String> names(Stream<Life> lives) {
    return lives.map(Life::conn).collect(Collectors.toSet());
  }

  /**
   * Those that came before anybody who is still known; and those that were read by somebody who is
   * not any more, since nobody would know that they were.
   */
  private static void forgetMessages(
      List<List<Life>> known, List<Life> unknown, List<Event> messages) {
    long since =
        known.stream().flatMap(List::stream).mapToLong(Life::begun).min().orElse(Trace.NEVER);
    messages.removeIf(m -> m.t() < since || unknown.stream().anyMatch(u -> u.hasRead(m)));
  }
}
