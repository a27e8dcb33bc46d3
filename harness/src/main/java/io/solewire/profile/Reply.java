package io.solewire.profile;

/**
 * A heartbeat that is answered for the life of the connection. Immutable.
 *
 * @param on what the server says; matched against one whole message
 * @param send the answer
 */
public record Reply(Match on, Payload send) {}
