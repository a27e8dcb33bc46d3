package io.solewire.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code start} and {@code limits}. Stateless. */
final class StartSection {

  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final List<String> CONTAINERS =
      List.of("image", "build", "port", "nodes", "store");

  private StartSection() {}

  static Optional<Start> start(Node node) {
    if (!node.isMappingOf(Keys.START)) {
      return Optional.empty();
    }
    for (String key : CONTAINERS) {
      Unsupported.report(node.at(key));
    }
    Scope scope = node.reading().scope();
    Node serve = node.at("serve");
    if (serve.present() && node.at("command").present()) {
      serve.problem("", "only one of command and serve");
    }
    if (!serve.present() && CONTAINERS.stream().noneMatch(key -> node.at(key).present())) {
      node.at("command").require("a list with the program and its arguments");
    }
    List<Template> command = templates(node.at("command"), scope);
    if (node.at("command").isEmptyList()) {
      node.at("command").problem("a list with the program and its arguments");
    }
    Node ready = node.at("ready");
    ready.isMappingOf(Keys.READY);
    return Optional.of(
        new Start(
            command,
            serve.present() ? Optional.of(templates(serve, scope)) : Optional.empty(),
            node.reading().folder(),
            port(ready.at("port"), scope),
            ready.at("within").duration(READY_WITHIN)));
  }

  private static List<Template> templates(Node list, Scope scope) {
    return list.items().stream().flatMap(item -> item.template(scope).stream()).toList();
  }

  private static Template port(Node node, Scope scope) {
    Optional<Template> port = node.template(scope);
    port.flatMap(template -> Matches.sample(template, "1", s -> s))
        .filter(text -> Notation.integer(text, 1, 65_535).isEmpty())
        .ifPresent(text -> node.problem("{port}, or a port from 1 to 65535"));
    return port.orElseGet(() -> Template.of("{port}").bind(name -> null, node.reading().given()));
  }

  static Limits limits(Node node) {
    node.isMappingOf(Keys.LIMITS);
    return new Limits(limit(node.at("connections")), limit(node.at("connects-per-second")));
  }

  private static OptionalInt limit(Node node) {
    return node.integer(1, Integer.MAX_VALUE).stream().mapToInt(Integer::intValue).findFirst();
  }
}
