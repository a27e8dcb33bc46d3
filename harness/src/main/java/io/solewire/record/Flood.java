package io.solewire.record;

import java.util.function.BiConsumer;

/**
 * Keeps a server that floods a connection with frames from filling memory and disk: beyond a bound
 * frames are no longer looked at, which the history says. Not thread-safe.
 */
final class Flood {

  /** More than any server has to say in a case: 300 a second for three minutes. */
  static final int MOST = 50_000;

  private int count;

  /** Counts a frame; true if it is one too many. */
  boolean isOver(BiConsumer<String, String> fault) {
    count++;
    if (count == MOST + 1) {
      fault.accept("flood", "more than " + MOST + " frames; the rest is not recorded");
    }
    return count > MOST;
  }
}
