package io.solewire.simulation.client;

import io.solewire.wire.HttpHead;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client looks for in a 101 (RFC 6455 section 4.1). Stateless. */
final class Answer {

  private Answer() {}

  /** What a client has to refuse it for, if there is anything. */
  static Optional<String> problem(HttpHead head, String key, List<String> subprotocols) {
    if (!Nonce.isAnswered(key, head.header("Sec-WebSocket-Accept"))) {
      return Optional.of("its Sec-WebSocket-Accept does not answer the key");
    }
    if (!holds(head.header("Upgrade"), "websocket")) {
      return Optional.of("its 101 does not say Upgrade: websocket");
    }
    if (!holds(head.header("Connection"), "upgrade")) {
      return Optional.of("its 101 does not say Connection: Upgrade");
    }
    return head.header("Sec-WebSocket-Extensions").stream()
        .filter(extension -> !extension.isEmpty())
        .findFirst()
        .map(extension -> "it speaks an extension that was not offered: " + extension)
        .or(
            () ->
                head.header("Sec-WebSocket-Protocol").stream()
                    .filter(name -> !subprotocols.contains(name))
                    .findFirst()
                    .map(n -> "it speaks the subprotocol " + n + ", which was not offered"));
  }

  private static boolean holds(List<String> values, String token) {
    return values.stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .anyMatch(part -> part.strip().toLowerCase(Locale.ROOT).equals(token));
  }
}
