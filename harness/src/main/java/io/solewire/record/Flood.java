package io.solewire.record;

import io.solewire.history.Role;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a server that floods a connection with frames from filling memory and disk: it may say
 * {@value #AT_ONCE} frames at once and {@value #A_SECOND} a second all the time; beyond that the
 * connection is not read any more, which the history says. Frames that hold a part of a dialect's
 * packet do not count, only the packet does: aedes says each in frames of a few bytes. Not
 * thread-safe, but for {@link #isOver}.
 */
final class Flood {

  /** More than any server has to say at once on one connection. */
  static final int AT_ONCE = 2_000;

  static final int A_SECOND = 300;

  private static final long EACH = TimeUnit.SECONDS.toNanos(1) / A_SECOND;

  /** Who watches is shown what becomes of every user of the run. */
  static final int AT_ONCE_TO_OBSERVERS = 20_000;

  /** Of a connection that has read no frame so far; it counts none. */
  static final Flood NONE = new Flood();

  private long full = Long.MIN_VALUE;
  private volatile boolean over;

  private static int atOnce(Role role) {
    return role == Role.OBSERVER ? AT_ONCE_TO_OBSERVERS : AT_ONCE;
  }

  /**
   * Counts a frame that came at an instant of the run; true if it is the first one too many for
   * what the connection is used for.
   */
  boolean begins(long t, Role role) {
    full = Math.max(full, t) + EACH;
    if (over || full - t <= atOnce(role) * EACH) {
      return false;
    }
    over = true;
    return true;
  }

  /** True if there were too many. */
  boolean isOver() {
    return over;
  }

  static String text(Role role) {
    return "the server floods the connection: more than "
        + atOnce(role)
        + " frames at once, or more than "
        + A_SECOND
        + " a second all the time; it is not read any more";
  }
}
