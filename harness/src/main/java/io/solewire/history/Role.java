package io.solewire.history;

import java.util.Locale;

/** What a script uses a connection for. */
public enum Role {
  /** A connection that the rule is tried on. */
  SUBJECT,
  /** A connection of an unrelated user. */
  CANARY,
  /** A handshake that is never completed. */
  INCOMPLETE,
  /** A login with credentials that are not the user's. */
  INTRUDER,
  /** A connection of another user that watches what is shown of this one. */
  OBSERVER;

  /** The name in the history. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String text) {
    for (Role role : values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    return SUBJECT;
  }
}
