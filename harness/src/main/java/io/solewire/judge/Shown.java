package io.solewire.judge;

import io.solewire.dialogue.Messages;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Match;
import io.solewire.profile.Presence;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
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
    if (profile.capabilities().presence().isEmpty()) {
      return shown;
    }
    Presence presence = profile.capabilities().presence().get();
    Variables known = variables(profile, user.user());
    for (Trace observer : user.as(Role.OBSERVER)) {
      for (Trace.Text text : observer.texts()) {
        if (is(presence.online(), known, text)) {
          shown.add(new Shown(text.t(), true));
        } else if (is(presence.offline(), known, text)) {
          shown.add(new Shown(text.t(), false));
        }
      }
    }
    return shown;
  }

  private static boolean is(Match match, Variables known, Trace.Text text) {
    return Messages.matches(match, known, false, text.text().getBytes(StandardCharsets.UTF_8));
  }

  private static Variables variables(Profile profile, String user) {
    List<String> tenants = profile.capabilities().tenants();
    Variables known = Variables.NONE.with("user", user);
    return tenants.isEmpty() ? known : known.with("tenant", tenants.get(0));
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
