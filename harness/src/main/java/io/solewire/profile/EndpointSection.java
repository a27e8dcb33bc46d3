package io.solewire.profile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code url}, {@code headers}, {@code subprotocols} and {@code tls}. Stateless. */
final class EndpointSection {

  private static final Template NOWHERE = Template.of("ws://invalid/");

  private EndpointSection() {}

  static Endpoint read(Node document) {
    Scope scope = document.reading().scope().with("user");
    Optional<Template> url =
        document.at("urls").present() && !document.at("url").present()
            ? Optional.empty()
            : UrlRule.WEBSOCKET.read(document.at("url"), scope);
    Map<String, Template> headers = HttpSection.upgradeHeaders(document.at("headers"), scope);
    return new Endpoint(
        url.orElse(NOWHERE),
        headers,
        subprotocols(document.at("subprotocols"), scope),
        tls(document.at("tls")));
  }

  /** Somebody must tell the server who connects. */
  static void checkUser(Node document, Endpoint endpoint, Conversation conversation) {
    Node url = document.at("url");
    List<Template> places = new ArrayList<>(endpoint.headers().values());
    places.addAll(endpoint.subprotocols());
    places.add(endpoint.url());
    for (Step step : conversation.steps()) {
      if (step instanceof Step.Send send) {
        places.add(send.payload().template());
      }
    }
    Tenants.checkUsed(document, places);
    boolean carried = places.stream().anyMatch(place -> place.variables().contains("user"));
    if (url.present() && !carried && !document.reading().scope().open()) {
      url.problem("{user} in the URL, a header, a subprotocol or a send step of the dialogue");
    }
  }

  private static List<Template> subprotocols(Node node, Scope scope) {
    List<Template> protocols = new ArrayList<>();
    for (Node item : node.items()) {
      Optional<Template> protocol = item.template(scope);
      protocol.ifPresent(protocols::add);
      protocol
          .flatMap(template -> Matches.sample(template, "x", s -> s))
          .filter(text -> !HttpSection.isToken(text))
          .ifPresent(text -> item.problem("a subprotocol: a token without spaces and commas"));
    }
    return List.copyOf(protocols);
  }

  private static Optional<Tls> tls(Node node) {
    if (!node.isMappingOf(Keys.TLS)) {
      return Optional.empty();
    }
    if (node.at("cert").present() != node.at("key").present()) {
      node.problem("both cert and key, or neither");
    }
    return Optional.of(
        new Tls(
            file(node.at("ca")),
            file(node.at("cert")),
            file(node.at("key")),
            node.at("insecure").bool(false)));
  }

  private static Optional<Path> file(Node node) {
    return node.template(node.reading().scope())
        .flatMap(template -> Matches.sample(template, "", s -> s))
        .map(
            text -> {
              Path path = resolve(node, text);
              if (node.reading().hasFiles() && !isFile(path)) {
                node.problem("a readable PEM file; paths start at the profile's folder");
              }
              return path;
            });
  }

  private static boolean isFile(Path path) {
    return Files.isReadable(path) && !Files.isDirectory(path);
  }

  private static Path resolve(Node node, String text) {
    try {
      return node.reading().folder().resolve(text).normalize();
    } catch (InvalidPathException e) {
      return node.reading().folder();
    }
  }
}
