package io.solewire.server.http;

import io.solewire.server.registry.Connection;

/**
 * A connection as the API shows it. Immutable.
 *
 * @param owner the user's key
 * @param status opening, open, superseded or closing
 * @param acknowledged whether its 101 has been written
 * @param since ISO 8601, UTC
 */
record ConnectionView(
    String id, String owner, String status, String session, boolean acknowledged, String since) {

  static ConnectionView of(Connection connection) {
    return new ConnectionView(
        connection.id(),
        connection.user(),
        connection.status().label(),
        connection.session(),
        connection.acknowledged(),
        connection.since().toString());
  }
}
