package io.solewire.server.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Who a connection belongs to: one live connection is allowed per key. The same user in two tenants
 * is two keys (rule E2). Immutable.
 *
 * @param tenant empty where users belong to none
 * @param user the user as the server compares it
 */
public record UserKey(String tenant, String user) {

  /** Rejects missing parts. */
  public UserKey {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(user, "user");
  }

  /** The key of a user who belongs to no tenant. */
  public static UserKey of(String user) {
    return new UserKey("", user);
  }

  /**
   * What a segment of a path says, where {@code +} is a plus.
   *
   * @throws IllegalArgumentException if it cannot be decoded
   */
  public static String fromPath(String segment) {
    return decoded(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /**
   * The same text, if it could be decoded: bytes that are no UTF-8 all become one character, so
   * that strangers would share a key.
   *
   * @throws IllegalArgumentException if it could not
   */
  public static String decoded(String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      throw new IllegalArgumentException("user is not valid UTF-8: " + text);
    }
    return text;
  }

  @Override
  public String toString() {
    return tenant.isEmpty() ? user : tenant + "/" + user;
  }
}
