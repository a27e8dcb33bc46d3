package io.solewire.judge;

import io.solewire.dialogue.Sighting;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an observer was shown of one user's coming and going.
 *
 * @param t when
 * @param online false for offline
 */
record Shown(long t, boolean online) {

  /** In the order of time; empty if nobody observed, or nothing was shown. */
  static List<Shown> of(Profile profile, UserTraces user) {
    List<Shown> shown = new ArrayList<>();
    for (Trace observer : user.as(Role.OBSERVER)) {
      for (Trace.Text text : observer.texts()) {
        byte[] message = text.text().getBytes(StandardCharsets.UTF_8);
        Sighting.of(profile, user.user(), false, message)
            .ifPresent(online -> shown.add(new Shown(text.t(), online)));
      }
    }
    return shown;
  }

  /** How an observer would tell it. */
  static String list(List<Shown> shown, long from) {
    StringBuilder text = new StringBuilder();
    for (Shown each : shown) {
      text.append(text.length() == 0 ? "" : ", ")
          .append(each.online ? "online" : "offline")
          .append(" at +")
          .append(Say.millis(each.t - from));
    }
    return text.length() == 0 ? "nothing" : text.toString();
  }
}
