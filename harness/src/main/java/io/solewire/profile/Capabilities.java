package io.solewire.profile;

import java.util.Optional;

/**
 * What the server can do besides connecting. Each enables a group of rules. Immutable.
 *
 * @param publish how to send a user a message (rules D4, F)
 * @param sessions how to look at the server's own view
 */
public record Capabilities(Optional<Publish> publish, Optional<Sessions> sessions) {}
