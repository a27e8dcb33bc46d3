package io.solewire.profile;

import java.time.Duration;
import java.util.Optional;

/**
 * Closes that are no evictions. Immutable.
 *
 * @param idle the server's idle time-out
 * @param shutdown the codes of a graceful shutdown
 */
public record Closes(Optional<Idle> idle, CloseCodes shutdown) {

  /**
   * The server's idle time-out.
   *
   * @param after a connection without traffic is closed after this long
   * @param codes the codes it is closed with
   */
  public record Idle(Duration after, CloseCodes codes) {}
}
