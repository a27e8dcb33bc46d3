package io.solewire.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where and how to connect. Immutable.
 *
 * @param urls ws or wss URLs with {@code {user}}: one, or one for each node of a cluster
 * @param headers sent with every upgrade; values are templates
 * @param subprotocols offered in this order (RFC 6455 section 1.9); templates
 * @param tls for wss; absent means the platform's trust store
 */
public record Endpoint(
    List<Template> urls,
    Map<String, Template> headers,
    List<Template> subprotocols,
    Optional<Tls> tls) {

  /** Copies the list. */
  public Endpoint {
    urls = List.copyOf(urls);
  }

  /** That of the only node, or of the first. */
  public Template url() {
    return urls.get(0);
  }

  /** How many nodes there are. */
  public int nodes() {
    return urls.size();
  }

  /** The same headers and all else at one other URL, whatever node that is. */
  Endpoint at(Template url) {
    return new Endpoint(List.of(url), headers, subprotocols, tls);
  }

  /** For people: all URLs, with their variables. */
  public String where() {
    return urls.stream().map(Template::toString).collect(Collectors.joining(", "));
  }
}
