package io.solewire.profile;

import java.util.Optional;

/** Reads {@code publish} and {@code sessions}. Stateless. */
final class CapabilitiesSection {

  private CapabilitiesSection() {}

  static Capabilities read(Node document) {
    return new Capabilities(publish(document.at("publish")), sessions(document.at("sessions")));
  }

  private static Optional<Publish> publish(Node node) {
    if (!node.isMappingOf(Keys.PUBLISH)) {
      return Optional.empty();
    }
    Scope scope = node.reading().scope().with("user", "message");
    String kind = node.oneOf("http", "send", "send-hex").orElse("");
    if (kind.equals("http")) {
      return HttpSection.call(node.at("http"), scope).map(Publish.Http::new);
    }
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(new Publish.Frame(Matches.payload(node, kind, scope.with("canary"))));
  }

  private static Optional<Sessions> sessions(Node node) {
    if (!node.isMappingOf(Keys.SESSIONS)) {
      return Optional.empty();
    }
    Scope everywhere = node.reading().scope();
    Scope scope = everywhere.with("user");
    return Optional.of(
        new Sessions(
            HttpSection.callOrUrl(node.at("list"), "GET", scope),
            HttpSection.callOrUrl(node.at("close"), "DELETE", scope),
            HttpSection.callOrUrl(node.at("metrics"), "GET", everywhere)));
  }
}
