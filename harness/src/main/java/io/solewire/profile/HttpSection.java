package io.solewire.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads HTTP requests and headers. Stateless. */
final class HttpSection {

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Set by the upgrade itself (RFC 6455 section 4.1). */
  private static final Set<String> OF_THE_UPGRADE =
      Set.of(
          "upgrade",
          "connection",
          "sec-websocket-key",
          "sec-websocket-version",
          "sec-websocket-protocol",
          "sec-websocket-extensions");

  private HttpSection() {}

  /** A mapping with method, url, headers and body. */
  static Optional<HttpCall> call(Node node, Scope scope) {
    return node.isMappingOf(Keys.HTTP) ? read(node, scope) : Optional.empty();
  }

  /** The same, of which something is captured. */
  static Optional<HttpCall> login(Node node, Scope scope) {
    return node.isMappingOf(Keys.SIGN_IN_HTTP) ? read(node, scope) : Optional.empty();
  }

  private static Optional<HttpCall> read(Node node, Scope scope) {
    Optional<Template> body = node.at("body").template(scope);
    Map<String, String> methods = new LinkedHashMap<>();
    METHODS.forEach(method -> methods.put(method, method));
    String method =
        node.at("method").choice(methods).orElse(node.at("body").present() ? "POST" : "GET");
    Map<String, Template> headers = headers(node.at("headers"), scope);
    return UrlRule.HTTP
        .read(node.at("url"), scope)
        .map(url -> new HttpCall(method, url, headers, body));
  }

  /** A URL alone, or a mapping with {@code http}. */
  static Optional<HttpCall> callOrUrl(Node node, String method, Scope scope) {
    if (node.isScalar()) {
      return UrlRule.HTTP
          .read(node, scope)
          .map(url -> new HttpCall(method, url, Map.of(), Optional.empty()));
    }
    if (!node.isMappingOf(Keys.REQUEST)) {
      return Optional.empty();
    }
    node.at("http").require("a mapping with method, url, headers and body");
    return call(node.at("http"), scope);
  }

  /** Headers by name, in the order of the document. */
  static Map<String, Template> headers(Node node, Scope scope) {
    Map<String, Template> headers = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (name, value) -> {
              if (!isToken(name)) {
                value.problem(name, "a header name: letters, digits and hyphens");
              }
              Optional<Template> template = value.template(scope);
              template.ifPresent(
                  text -> {
                    SecretFinder.inHeader(name, text, value.reading());
                    headers.put(name, text);
                    boundary(value, text);
                  });
            });
    return Collections.unmodifiableMap(headers);
  }

  /** The headers of the upgrade. */
  static Map<String, Template> upgradeHeaders(Node node, Scope scope) {
    for (String name : node.names()) {
      if (OF_THE_UPGRADE.contains(name.toLowerCase(Locale.ROOT))) {
        node.at(name)
            .problem(name, "no header that the upgrade sets itself (for protocols: subprotocols)");
      }
    }
    return headers(node, scope);
  }

  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  private static void boundary(Node node, Template value) {
    Matches.sample(value, "x", s -> s)
        .filter(text -> text.chars().anyMatch(c -> c < ' ' && c != '\t'))
        .ifPresent(text -> node.problem("a header value of one line"));
  }
}
