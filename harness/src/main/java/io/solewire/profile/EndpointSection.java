package io.solewire.profile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code url} or {@code urls}, {@code headers}, {@code subprotocols} and {@code tls}. */
final class EndpointSection {

  private static final Template NOWHERE = Template.of("ws://invalid/");

  private static final String SEVERAL =
      "a list of at least two URLs, one for each node of a cluster";
  private static final String ANOTHER = "another URL than those before it: each is a node's";

  private EndpointSection() {}

  static Endpoint read(Node document) {
    Scope scope = document.reading().scope().with("user");
    List<Template> urls = urls(document, scope);
    Map<String, Template> headers = HttpSection.upgradeHeaders(document.at("headers"), scope);
    return new Endpoint(
        urls.isEmpty() ? List.of(NOWHERE) : urls,
        headers,
        subprotocols(document.at("subprotocols"), scope),
        tls(document.at("tls")));
  }

  private static List<Template> urls(Node document, Scope scope) {
    Node nodes = document.at("urls");
    if (!nodes.present()) {
      return UrlRule.WEBSOCKET.read(document.at("url"), scope).stream().toList();
    }
    if (document.at("url").present()) {
      nodes.problem("", "exactly one of url, urls");
    }
    List<Template> urls = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : nodes.items()) {
      UrlRule.WEBSOCKET.read(item, scope).ifPresent(urls::add);
      item.text().filter(text -> !seen.add(text)).ifPresent(text -> item.problem(ANOTHER));
    }
    if (nodes.isList() && nodes.items().size() < 2) {
      nodes.problem(SEVERAL);
    }
    return urls;
  }

  /** Somebody must tell the server who connects. */
  static void checkUser(Node document, Endpoint endpoint, Conversation conversation) {
    Node nodes = document.at("urls");
    Node url = nodes.present() ? nodes : document.at("url");
    List<Template> places = new ArrayList<>(endpoint.headers().values());
    places.addAll(endpoint.subprotocols());
    for (Step step : conversation.steps()) {
      if (step instanceof Step.Send send) {
        places.add(send.payload().template());
      }
    }
    List<Template> all = new ArrayList<>(places);
    all.addAll(endpoint.urls());
    Tenants.checkUsed(document, all);
    boolean carried =
        places.stream().anyMatch(EndpointSection::carries)
            || endpoint.urls().stream().allMatch(EndpointSection::carries);
    boolean given = nodes.isList() || document.at("url").present();
    if (given && !carried && !document.reading().scope().open()) {
      url.problem("{user} in the URL, a header, a subprotocol or a send step of the dialogue");
    }
  }

  private static boolean carries(Template place) {
    return place.variables().contains("user");
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
