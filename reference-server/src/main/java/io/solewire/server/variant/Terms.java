package io.solewire.server.variant;

import io.solewire.server.registry.Policy;
import java.time.Duration;
import java.util.Optional;

/**
 * What a variant sets of what could also be set by hand. Immutable; what is empty is left as it is.
 *
 * @param policy what happens when a user's places are taken
 * @param close what an evicted connection is told
 * @param notice whether it is first told by a text message
 * @param ping how often the server sends a Ping
 * @param shutdownCode what connections are told when the server stops
 */
public record Terms(
    Optional<Policy> policy,
    Optional<Close> close,
    boolean notice,
    Optional<Duration> ping,
    Optional<Integer> shutdownCode) {

  /** Nothing is set. */
  public static final Terms NONE =
      new Terms(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

  /**
   * A status code and its reason, RFC 6455 section 7.4.
   *
   * @param code which may be sent
   * @param reason at most 123 bytes of UTF-8
   */
  public record Close(int code, String reason) {}

  static Terms of(Policy policy) {
    return new Terms(
        Optional.of(policy), Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  static Terms closing(int code, String reason) {
    Optional<Close> close = Optional.of(new Close(code, reason));
    return new Terms(Optional.empty(), close, false, Optional.empty(), Optional.empty());
  }

  static Terms noticing() {
    return new Terms(Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());
  }

  static Terms pinging(Duration period) {
    return new Terms(
        Optional.empty(), Optional.empty(), false, Optional.of(period), Optional.empty());
  }

  static Terms leaving(int shutdownCode) {
    return new Terms(
        Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.of(shutdownCode));
  }
}
