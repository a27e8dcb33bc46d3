package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts an endless history into windows that can be judged. Not thread-safe. A window is handed on
 * when no more than {@code max} of a user's connections are still watched; those that are over are
 * forgotten then. So memory grows with the population and not with time, and each connection is
 * looked at together with those that it met.
 */
final class Windows {

  /** A user whose connections never settle is looked at in parts. */
  private static final int MOST = 64;

  private final int max;
  private final Consumer<Window> windows;
  private final Map<String, Map<String, Life>> users = new LinkedHashMap<>();

  private static final class Life {
    private final List<Event> events = new ArrayList<>();
    private boolean over;
  }

  Windows(int max, Consumer<Window> windows) {
    this.max = max;
    this.windows = windows;
  }

  void accept(Event event) {
    if (event.user().isEmpty() || event.conn().isEmpty()) {
      return;
    }
    Map<String, Life> lives = users.computeIfAbsent(event.user(), u -> new LinkedHashMap<>());
    Life life = lives.computeIfAbsent(event.conn(), c -> new Life());
    life.events.add(event);
    if (event.kind() == EventKind.ABANDONED || event.kind() == EventKind.TCP_FAILED) {
      life.over = true;
      long watched = lives.values().stream().filter(l -> !l.over).count();
      if (watched <= max || lives.size() >= MOST) {
        handOn(event.user(), lives, false);
      }
    }
  }

  /** Nothing comes any more: hands on what is left. */
  void finish() {
    users.forEach((user, lives) -> handOn(user, lives, true));
    users.clear();
  }

  private void handOn(String user, Map<String, Life> lives, boolean all) {
    Set<String> settled = new HashSet<>();
    List<Event> events = new ArrayList<>();
    lives.forEach(
        (conn, life) -> {
          events.addAll(life.events);
          if (life.over || all) {
            settled.add(conn);
          }
        });
    lives.keySet().removeAll(settled);
    if (!events.isEmpty()) {
      events.sort(Comparator.comparingLong(Event::t));
      windows.accept(Window.of(user, List.copyOf(events), settled));
    }
  }
}
