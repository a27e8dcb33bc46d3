package io.solewire.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads URLs with variables and checks their syntax. Stateless. */
final class UrlRule {

  static final UrlRule WEBSOCKET =
      new UrlRule(Set.of("ws", "wss"), "a URL such as ws://host:8080/ws?user={user}");
  static final UrlRule HTTP =
      new UrlRule(Set.of("http", "https"), "a URL such as http://host:8080/path");

  private static final Pattern AUTHORITY_OPEN = Pattern.compile("[^/?#]*(?::(?:/(?:/[^/?#]*)?)?)?");
  private static final int MAX_PORT = 65_535;

  private final Set<String> schemes;
  private final String expected;

  private UrlRule(Set<String> schemes, String expected) {
    this.schemes = schemes;
    this.expected = expected;
  }

  /** A URL; reports one that is missing. */
  Optional<Template> read(Node node, Scope scope) {
    node.require(expected);
    Optional<Template> url = node.template(scope).map(UrlRule::withPlainAuthority);
    url.ifPresent(
        template -> {
          SecretFinder.inUrl(template, node.reading());
          sample(template).flatMap(this::fault).ifPresent(f -> node.problem(expected + ", " + f));
        });
    return url;
  }

  /** A URL with {@code x} in place of each variable; empty if the environment lacks one. */
  private static Optional<String> sample(Template url) {
    Map<String, String> values = new LinkedHashMap<>();
    url.variables().forEach(name -> values.put(name, name.equals("port") ? "1" : "x"));
    try {
      return Optional.of(url.render(Variables.of(values), UrlEscape.COMPONENT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same, if it is a URI. */
  static Optional<URI> uri(Template url) {
    try {
      return sample(url).map(URI::create);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> fault(String sample) {
    URI uri;
    try {
      uri = new URI(sample);
    } catch (URISyntaxException e) {
      return Optional.of("but: " + e.getReason().toLowerCase(Locale.ROOT));
    }
    if (uri.getScheme() == null || !schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
      return Optional.of("which begins with " + String.join(":// or ", sorted()) + "://");
    }
    if (uri.getHost() == null) {
      return Optional.of("with a host of letters, digits, dots and hyphens, and a numeric port");
    }
    if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      return Optional.of("with a port from 1 to " + MAX_PORT);
    }
    return uri.getRawFragment() == null ? Optional.empty() : Optional.of("without a fragment (#)");
  }

  private List<String> sorted() {
    return schemes.stream().sorted().toList();
  }

  /**
   * Values in front of the path are parts of the URL's structure ({@code {env:SERVER}} may hold
   * {@code wss://host:8443}), so they must not be percent-encoded when it is rendered.
   */
  private static Template withPlainAuthority(Template url) {
    return url.withParts(
        parts -> {
          List<TemplatePart> plain = new ArrayList<>();
          StringBuilder before = new StringBuilder();
          for (TemplatePart part : parts) {
            boolean open = AUTHORITY_OPEN.matcher(before).matches();
            if (part instanceof TemplatePart.Value value) {
              plain.add(open ? new TemplatePart.Literal(value.text()) : part);
              before.append(value.text());
            } else {
              plain.add(part);
              before.append(part instanceof TemplatePart.Literal text ? text.text() : "x");
            }
          }
          return plain;
        });
  }
}
