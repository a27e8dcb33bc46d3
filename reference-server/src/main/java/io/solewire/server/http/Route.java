package io.solewire.server.http;

import io.netty.handler.codec.http.HttpMethod;
import io.solewire.server.registry.UserKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A method, a path and what answers it. Immutable.
 *
 * @param segments of the path; <code>{}</code> stands for any one segment that is not empty
 * @param endpoint called on an event loop: it must not block
 */
record Route(
    HttpMethod method, List<String> segments, Function<Call, CompletionStage<Reply>> endpoint) {

  private static final String ANY = "{}";

  static Route of(
      HttpMethod method, String pattern, Function<Call, CompletionStage<Reply>> endpoint) {
    return new Route(method, split(pattern), endpoint);
  }

  /** The segments of a path that is still percent-encoded, so that %2F separates nothing. */
  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /**
   * What stands at the <code>{}</code>, if the path is this route's.
   *
   * @throws IllegalArgumentException if it cannot be percent-decoded
   */
  Optional<List<String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      if (segments.get(i).equals(ANY) && !path.get(i).isEmpty()) {
        arguments.add(UserKey.fromPath(path.get(i)));
      } else if (!segments.get(i).equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(arguments);
  }
}
