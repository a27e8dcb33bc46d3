package io.solewire.server.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request that a route was found for. Immutable.
 *
 * @param arguments what stands at the pattern's <code>{}</code>, percent-decoded
 * @param body the request's body as UTF-8
 */
record Call(List<String> arguments, String body) {

  /** The same call with one more argument before the others. */
  Call with(String first) {
    return new Call(Stream.concat(Stream.of(first), arguments.stream()).toList(), body);
  }
}
