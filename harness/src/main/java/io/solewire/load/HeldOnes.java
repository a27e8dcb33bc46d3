package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.result.Held;
import java.util.HashMap;
import java.util.Map;

/** Connections that are asked for a sign of life once the plan is over. Not thread-safe. */
public final class HeldOnes {

  /** The name of the event that says so of a connection, before it is asked. */
  public static final String ASKED = "asked-at-the-end";

  private final Map<String, String> asked = new HashMap<>();
  private long answered;

  void accept(Event event) {
    switch (event.kind()) {
      case FAULT -> {
        if (ASKED.equals(event.detail().name())) {
          asked.put(name(event), "");
        }
      }
      case PROBE_SENT ->
          asked.computeIfPresent(
              name(event), (conn, id) -> id.isEmpty() ? event.detail().id() : id);
      case PROBE_ANSWERED -> {
        String id = event.detail().id();
        if (id != null && id.equals(asked.get(name(event)))) {
          answered++;
        }
      }
      default -> {
        // no question and no answer
      }
    }
  }

  private static String name(Event event) {
    return event.user() + ' ' + event.conn();
  }

  /** Null if nobody was asked. */
  Held held() {
    return asked.isEmpty() ? null : new Held(asked.size(), answered);
  }
}
