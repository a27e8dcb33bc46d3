package io.solewire.server.identity;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.solewire.server.registry.UserKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the target of an upgrade says. Immutable.
 *
 * <p>The spelling of the transport is removed before keys are compared (rule H2; citrineos-core PR
 * 1093): {@code %41} is {@code A}, and in a query {@code +} is a space.
 *
 * @param room which endpoint it names
 * @param tenant the path's second segment; empty if there is none
 * @param parameters of the query, decoded
 */
public record Target(Room room, String tenant, Map<String, List<String>> parameters) {
  /** The path of the endpoint at which the upgrade is the login. */
  public static final String PATH = "/ws";

  private static final Pattern SHAPE =
      Pattern.compile("/(ws|auth|presence)(?:/([^/?]+))?(?:\\?.*)?");

  /** The WebSocket endpoints. */
  public enum Room {
    /** {@code /ws}: the upgrade names the user. */
    USERS,
    /** {@code /auth}: the first message names the user. */
    LOBBY,
    /** {@code /presence}: shows who comes and goes. */
    PRESENCE
  }

  /** Whether a request target names a WebSocket endpoint. */
  public static boolean isEndpoint(String target) {
    return SHAPE.matcher(target).matches();
  }

  /**
   * What a request target says.
   *
   * @throws IllegalArgumentException if it names no endpoint or cannot be decoded
   */
  public static Target of(String target) {
    Matcher shape = SHAPE.matcher(target);
    if (!shape.matches()) {
      throw new IllegalArgumentException("no such endpoint: " + target);
    }
    String tenant = shape.group(2) == null ? "" : UserKey.fromPath(shape.group(2));
    QueryStringDecoder query =
        QueryStringDecoder.builder().semicolonIsNormalChar(true).build(target);
    return new Target(room(shape.group(1)), tenant, query.parameters());
  }

  private static Room room(String segment) {
    return switch (segment) {
      case "ws" -> Room.USERS;
      case "auth" -> Room.LOBBY;
      default -> Room.PRESENCE;
    };
  }

  /**
   * The user it names.
   *
   * @throws IllegalArgumentException if there is none, an empty one, several, or one that cannot be
   *     decoded (rule H3)
   */
  public String user() {
    return given("user")
        .orElseThrow(() -> new IllegalArgumentException("parameter user is missing or empty"));
  }

  /**
   * A parameter, unless it is missing or empty.
   *
   * @throws IllegalArgumentException if it is given more than once or cannot be decoded
   */
  public Optional<String> given(String parameter) {
    List<String> values = parameters.getOrDefault(parameter, List.of());
    if (values.size() > 1) {
      throw new IllegalArgumentException(
          "parameter " + parameter + " is given more than once: " + values.size());
    }
    return values.stream().filter(value -> !value.isEmpty()).map(UserKey::decoded).findFirst();
  }

  /** Whether the client asks to be greeted, by {@code greet=1}. */
  public boolean greeted() {
    return parameters.getOrDefault("greet", List.of()).contains("1");
  }
}
