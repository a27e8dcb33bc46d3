package io.solewire.server.registry;

/**
 * Told when users come and go; a takeover is neither (rules I1, I2). For one user the calls come in
 * the order of the decisions, one at a time, from inside them: an implementation only notes what it
 * is told, never blocks and never calls the registry.
 */
public interface PresenceListener {
  /** Nobody listens. */
  PresenceListener NONE = new PresenceListener() {};

  /** The user's first connection has been admitted. */
  default void online(UserKey user) {}

  /** The user's last connection has gone. */
  default void offline(UserKey user) {}
}
