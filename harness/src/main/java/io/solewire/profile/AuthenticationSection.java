package io.solewire.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code authentication}. Stateless. */
final class AuthenticationSection {

  private AuthenticationSection() {}

  static Optional<Authentication> read(Node node, Conversation conversation) {
    if (!node.isMappingOf(Keys.AUTHENTICATION)) {
      return Optional.empty();
    }
    Scope scope = node.reading().scope().with("user");
    Node wrong = node.at("wrong");
    List<Node> attempts =
        wrong.isList() ? wrong.items() : wrong.present() ? List.of(wrong) : List.of();
    if (wrong.isEmptyList() || node.names().isEmpty()) {
      node.problem("at least one of wrong, other, again");
    }
    List<Login> logins =
        attempts.stream().flatMap(item -> login(item, scope, conversation).stream()).toList();
    return Optional.of(
        new Authentication(
            logins,
            login(node.at("other"), scope.with("other"), conversation),
            again(node, scope)));
  }

  private static Optional<Login> login(Node node, Scope scope, Conversation conversation) {
    if (!node.isMappingOf(Keys.LOGIN)) {
      return Optional.empty();
    }
    Optional<Template> url =
        node.at("url").present() ? UrlRule.WEBSOCKET.read(node.at("url"), scope) : Optional.empty();
    Map<String, Template> headers = HttpSection.upgradeHeaders(node.at("headers"), scope);
    Optional<Payload> send =
        node.at("send").present()
            ? Optional.of(Matches.payload(node, "send", scope))
            : Optional.empty();
    if (url.isEmpty() && headers.isEmpty() && send.isEmpty()) {
      node.problem("at least one of url, headers, send, which makes the login another one");
    }
    boolean says = conversation.steps().stream().anyMatch(Step.Send.class::isInstance);
    if (send.isPresent() && !says) {
      node.at("send").problem("a dialogue with a send step, which this takes the place of");
    }
    String name = node.at("name").text().orElseGet(() -> "credentials " + node.number());
    return Optional.of(new Login(name, url, headers, send));
  }

  private static Optional<Payload> again(Node node, Scope scope) {
    Node again = node.at("again");
    if (!again.isMappingOf(Keys.AGAIN)) {
      return Optional.empty();
    }
    return again.oneOf("send", "send-hex").map(key -> Matches.payload(again, key, scope));
  }
}
