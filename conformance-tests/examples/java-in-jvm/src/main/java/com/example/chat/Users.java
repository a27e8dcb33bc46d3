package com.example.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is here. Thread-safe. */
final class Users {

  private static final int SUPERSEDED = 4001;

  private final Map<String, Conversation> live = new ConcurrentHashMap<>();

  /** For the tests of the tests: breaks the clean-up on purpose. */
  private final boolean forgetsUser;

  Users(boolean forgetsUser) {
    this.forgetsUser = forgetsUser;
  }

  /** The newest connection of a user has the place; the one before is told so. */
  void come(String user, Conversation newest) {
    Conversation older = live.put(user, newest);
    if (older != null) {
      older.end(SUPERSEDED, "superseded");
    }
  }

  /** A connection has ended. */
  void go(String user, Conversation ended) {
    if (forgetsUser) {
      live.remove(user);
    } else {
      live.remove(user, ended); // only if it is still the newest
    }
  }
}
