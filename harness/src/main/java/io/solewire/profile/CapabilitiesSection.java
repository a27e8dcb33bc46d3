package io.solewire.profile;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a server can do besides connecting. Stateless. */
final class CapabilitiesSection {

  private CapabilitiesSection() {}

  static Capabilities read(Node document, Conversation conversation) {
    return new Capabilities(
        publish(document.at("publish"), document.reading().scope().with("user", "message")),
        sessions(document.at("sessions")),
        AuthenticationSection.read(document.at("authentication"), conversation),
        Tenants.read(document.at("tenants")),
        subscribe(document.at("subscribe")),
        effect(document.at("effect")),
        presence(document.at("presence")),
        identity(document.at("identity")),
        delivery(document.at("delivery")));
  }

  private static Optional<Publish> publish(Node node, Scope scope) {
    if (!node.isMappingOf(Keys.PUBLISH)) {
      return Optional.empty();
    }
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

  private static Optional<Subscribe> subscribe(Node node) {
    if (!node.isMappingOf(Keys.SUBSCRIBE)) {
      return Optional.empty();
    }
    Scope scope = node.reading().scope().with("user", "topic");
    Optional<String> send = node.oneOf("send", "send-hex");
    Optional<Match> expect = expected(node, "expect", "expect-hex", scope);
    node.at("publish").require("how to publish {message} to {topic}, as under publish");
    Optional<Publish> publish = publish(node.at("publish"), scope.with("message"));
    return send.isPresent() && expect.isPresent() && publish.isPresent()
        ? Optional.of(
            new Subscribe(Matches.payload(node, send.get(), scope), expect.get(), publish.get()))
        : Optional.empty();
  }

  private static Optional<EffectMessage> effect(Node node) {
    if (!node.isMappingOf(Keys.EFFECT)) {
      return Optional.empty();
    }
    Scope scope = node.reading().scope().with("user", "canary", "message");
    Optional<String> send = node.oneOf("send", "send-hex");
    Node seen = node.at("seen");
    seen.require("a mapping with on: canary and matches");
    if (send.isEmpty() || !seen.isMappingOf(Keys.SEEN)) {
      return Optional.empty();
    }
    onCanary(seen.at("on"));
    return expected(seen, "matches", "matches-hex", scope)
        .map(match -> new EffectMessage(Matches.payload(node, send.get(), scope), match));
  }

  private static Optional<Presence> presence(Node node) {
    if (!node.isMappingOf(Keys.PRESENCE)) {
      return Optional.empty();
    }
    Scope scope = node.reading().scope().with("user");
    Optional<Template> url = Optional.empty();
    if (node.at("url").present()) {
      url = UrlRule.WEBSOCKET.read(node.at("url"), scope);
    } else {
      onCanary(node.at("on"));
    }
    node.at("online").require("what an observer sees when {user} comes");
    node.at("offline").require("what an observer sees when {user} has left");
    Optional<Match> online = Matches.match(node.at("online"), false, scope);
    Optional<Match> offline = Matches.match(node.at("offline"), false, scope);
    Optional<Template> at = url;
    return online.flatMap(on -> offline.map(off -> new Presence(at, on, off)));
  }

  private static void onCanary(Node node) {
    node.choice(Map.of("canary", true));
  }

  /** Exactly one of two keys, which must be there. */
  private static Optional<Match> expected(Node node, String text, String hex, Scope scope) {
    return node.oneOf(text, hex)
        .flatMap(key -> Matches.match(node.at(key), key.equals(hex), scope));
  }

  private static Identity identity(Node node) {
    Map<Identity.Aspect, Boolean> same = new EnumMap<>(Identity.Aspect.class);
    if (node.isMappingOf(Keys.IDENTITY)) {
      Map<String, Boolean> words = new LinkedHashMap<>();
      words.put("distinct", false);
      words.put("same", true);
      for (Identity.Aspect aspect : List.of(Identity.Aspect.values())) {
        node.at(aspect.key()).choice(words).ifPresent(said -> same.put(aspect, said));
      }
    }
    return new Identity(Map.copyOf(same));
  }

  private static Optional<Delivery> delivery(Node node) {
    Map<String, Delivery> words = new LinkedHashMap<>();
    for (Delivery each : Delivery.values()) {
      words.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each);
    }
    return node.choice(words);
  }
}
