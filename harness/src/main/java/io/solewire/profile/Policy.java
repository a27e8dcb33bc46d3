package io.solewire.profile;

import java.time.Duration;
import java.util.Optional;

/**
 * Who goes when a user connects again. Immutable.
 *
 * @param kind who goes
 * @param max how many connections a user may have, at least 1
 * @param damper the server refuses newcomers after this many takeovers, for a while
 */
public record Policy(Kind kind, int max, Optional<Damper> damper) {

  /** Who goes. */
  public enum Kind {
    NEWEST_WINS,
    REFUSE_NEWCOMER,
    NONE
  }

  /**
   * A declared brake on duels.
   *
   * @param after takeovers before it sets in
   * @param in the window they are counted in
   */
  public record Damper(int after, Duration in) {}
}
