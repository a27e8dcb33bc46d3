package io.solewire.server.registry;

import java.util.List;

/**
 * What became of a newcomer's claim to a place. Immutable.
 *
 * @param granted false where the policy refuses newcomers and all places are taken
 * @param superseded those whose place it takes, newest first; more than one only where an
 *     incumbent's own handshake is not complete yet
 */
public record Claim(boolean granted, List<Connection> superseded) {
  /** All places are taken. */
  public static final Claim REFUSED = new Claim(false, List.of());

  /** Copies the list. */
  public Claim {
    superseded = List.copyOf(superseded);
  }

  /** A claim that was granted. */
  public static Claim granted(List<Connection> superseded) {
    return new Claim(true, superseded);
  }
}
