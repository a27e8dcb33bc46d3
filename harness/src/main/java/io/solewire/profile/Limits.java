package io.solewire.profile;

import java.util.OptionalInt;

/**
 * What the harness never exceeds. Immutable.
 *
 * @param connections open at the same time
 * @param connectsPerSecond new connections per second
 */
public record Limits(OptionalInt connections, OptionalInt connectsPerSecond) {

  /** No limit. */
  public static final Limits NONE = new Limits(OptionalInt.empty(), OptionalInt.empty());
}
