package io.solewire.profile;

import java.util.Optional;

/**
 * How to look at the server's own view of its connections. Immutable.
 *
 * @param list lists a user's connections
 * @param close closes a user's connections
 * @param metrics the server's metrics page
 */
public record Sessions(
    Optional<HttpCall> list, Optional<HttpCall> close, Optional<HttpCall> metrics) {}
