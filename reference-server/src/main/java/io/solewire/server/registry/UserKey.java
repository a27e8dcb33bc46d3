package io.solewire.server.registry;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the identity of a user is read from a request. Stateless.
 *
 * <p>The spelling of the transport is removed before keys are compared (rule H2; citrineos-core PR
 * 1093): {@code %41} is {@code A}, and in a query {@code +} is a space. Nothing else is folded:
 * case, Unicode form and blanks count.
 */
public final class UserKey {
  /** The path of the WebSocket endpoint. */
  public static final String PATH = "/ws";

  private static final String PARAMETER = "user";

  private UserKey() {}

  /** Whether a request target names the WebSocket endpoint. */
  public static boolean isEndpoint(String target) {
    int query = target.indexOf('?');
    return PATH.equals(query < 0 ? target : target.substring(0, query));
  }

  /**
   * The user that the target of an upgrade names.
   *
   * @throws IllegalArgumentException if there is none, an empty one, several, or one that cannot be
   *     decoded
   */
  public static String fromQuery(String target) {
    QueryStringDecoder query =
        QueryStringDecoder.builder().semicolonIsNormalChar(true).build(target);
    List<String> users = query.parameters().getOrDefault(PARAMETER, List.of());
    if (users.size() > 1) {
      throw new IllegalArgumentException("parameter user is given more than once: " + users.size());
    }
    if (users.isEmpty() || users.get(0).isEmpty()) {
      throw new IllegalArgumentException("parameter user is missing or empty");
    }
    return decoded(users.get(0));
  }

  /**
   * The user that a segment of a path names, where {@code +} is a plus.
   *
   * @throws IllegalArgumentException if it cannot be decoded
   */
  public static String fromPath(String segment) {
    return decoded(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** Bytes that are no UTF-8 all decode to one character, so that strangers would share a key. */
  private static String decoded(String user) {
    if (user.indexOf('\uFFFD') >= 0) {
      throw new IllegalArgumentException("user is not valid UTF-8: " + user);
    }
    return user;
  }
}
