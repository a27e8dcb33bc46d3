package io.solewire.profile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads {@code start} and {@code limits}. Stateless. */
final class StartSection {

  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final List<String> NOT_YET = List.of("nodes", "store");
  private static final List<String> OF_CONTAINERS = List.of("run", "environment", "port");

  /** The grammar of image references, as far as people write them. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "[a-z0-9]+([._:/-]+[a-zA-Z0-9]+)*(:[\\w][\\w.-]{0,127})?(@sha256:[0-9a-f]{64})?");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private StartSection() {}

  static Optional<Start> start(Node node) {
    if (!node.isMappingOf(Keys.START)) {
      return Optional.empty();
    }
    NOT_YET.forEach(key -> Unsupported.report(node.at(key)));
    Optional<String> way =
        NOT_YET.stream().anyMatch(key -> node.at(key).present())
            ? Optional.empty()
            : node.oneOf("command", "serve", "build", "image");
    Node ready = node.at("ready");
    ready.isMappingOf(Keys.READY);
    List<Template> ports = ports(ready.at("port"));
    Duration within = ready.at("within").duration(READY_WITHIN);
    return way.map(key -> new Start(launch(node, key), node.reading().folder(), ports, within));
  }

  private static Launch launch(Node node, String way) {
    if (way.equals("build") || way.equals("image")) {
      return container(node);
    }
    for (String key : OF_CONTAINERS) {
      if (node.at(key).present()) {
        node.at(key).problem("no such key beside " + way + ": it is for image and build");
      }
    }
    List<Template> words = templates(node.at(way));
    if (way.equals("serve")) {
      return new Launch.Serve(words);
    }
    if (node.at(way).isEmptyList()) {
      node.at(way).problem("a list with the program and its arguments");
    }
    return new Launch.Command(words);
  }

  private static Launch.Container container(Node node) {
    Map<String, Template> environment = new LinkedHashMap<>();
    node.at("environment")
        .entries()
        .forEach(
            (name, value) -> {
              if (!VARIABLE.matcher(name).matches()) {
                value.problem(name, "the name of a variable: letters, digits and _");
              }
              value.template(node.reading().scope()).ifPresent(t -> environment.put(name, t));
            });
    Optional<Integer> port = node.at("port").integer(1, 65_535);
    return new Launch.Container(
        node.at("image")
            .value(
                "the name of an image, such as eclipse-mosquitto:2.0.22",
                text -> Optional.of(text).filter(t -> IMAGE.matcher(t).matches())),
        build(node.at("build")),
        templates(node.at("run")),
        environment,
        port.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private static Optional<Path> build(Node node) {
    return node.text().map(text -> folder(node, text));
  }

  private static Path folder(Node node, String text) {
    Path folder = node.reading().folder();
    try {
      folder = folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      node.problem("a folder with a Dockerfile; paths start at the profile's folder");
      return folder;
    }
    if (node.reading().hasFiles() && !Files.isRegularFile(folder.resolve("Dockerfile"))) {
      node.problem("a folder with a Dockerfile; paths start at the profile's folder");
    }
    return folder;
  }

  private static List<Template> templates(Node list) {
    Scope scope = list.reading().scope();
    return list.items().stream().flatMap(item -> item.template(scope).stream()).toList();
  }

  private static List<Template> ports(Node node) {
    List<Node> nodes = node.isList() ? node.items() : List.of(node);
    if (node.isEmptyList()) {
      node.problem("{port}, a port from 1 to 65535, or a list of such");
    }
    return nodes.stream().map(StartSection::port).toList();
  }

  private static Template port(Node node) {
    Optional<Template> port = node.template(node.reading().scope());
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
