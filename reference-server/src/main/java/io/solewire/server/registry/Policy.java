package io.solewire.server.registry;

import java.util.Locale;

/**
 * What happens when a user has as many connections as are allowed, and one more comes. Immutable.
 *
 * @param kind who has to go
 * @param max how many live connections a user may have, 1 to 1000
 */
public record Policy(Kind kind, int max) {
  private static final int MOST = 1_000;

  /** One connection per user; the newest wins. */
  public static final Policy ONE = new Policy(Kind.NEWEST_WINS, 1);

  /** Who has to go. */
  public enum Kind {
    /** The oldest connection is evicted. */
    NEWEST_WINS,
    /** The newcomer is refused; nobody is evicted. */
    REFUSE_NEWCOMER;

    /** The name as on the command line: {@code newest-wins}, {@code refuse-newcomer}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException naming it, and what it may be
   */
  public Policy {
    if (kind == null) {
      throw new IllegalArgumentException("policy must be newest-wins or refuse-newcomer: null");
    }
    if (max < 1 || max > MOST) {
      throw new IllegalArgumentException("max must be 1-" + MOST + ": " + max);
    }
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Kind kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.toString().equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("policy must be newest-wins or refuse-newcomer: " + name);
  }

  boolean refuses() {
    return kind == Kind.REFUSE_NEWCOMER;
  }
}
