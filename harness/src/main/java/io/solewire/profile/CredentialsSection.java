package io.solewire.profile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code credentials}, {@code login} and {@code jwt}. Stateless. */
final class CredentialsSection {

  private static final Duration EXPIRES = Duration.ofHours(1);

  private CredentialsSection() {}

  /** The variables that these keys bring, which are known everywhere else. */
  static Set<String> variables(Node document, List<Map<String, String>> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.stream().findFirst().ifPresent(row -> names.addAll(row.keySet()));
    Node login = document.at("login");
    names.addAll(login.at("http").at("capture").names());
    names.addAll(login.at("capture").names());
    boolean output = login.at("command").present() && !login.at("capture").present();
    if (output || document.at("jwt").present()) {
      names.add(Jwt.TOKEN);
    }
    return names;
  }

  static Credentials read(Node document, List<Map<String, String>> rows) {
    return new Credentials(rows, signIn(document.at("login")), jwt(document.at("jwt")));
  }

  private static Optional<SignIn> signIn(Node node) {
    if (!node.isMappingOf(Keys.SIGN_IN)) {
      return Optional.empty();
    }
    Scope scope = node.reading().scope().with("user");
    String kind = node.oneOf("http", "command").orElse("");
    if (kind.equals("http")) {
      Node http = node.at("http");
      Node capture = http.at("capture");
      capture.require("variables to take from the answer, such as token: '\"jwt\":\"([^\"]+)\"'");
      Map<String, Pattern> captured = DialogueSection.capture(capture);
      return HttpSection.login(http, scope)
          .map(call -> new SignIn(Optional.of(call), List.of(), captured));
    }
    Node command = node.at("command");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (command.isEmptyList()) {
      command.problem("a list with the program and its arguments");
      return Optional.empty();
    }
    List<Template> words =
        command.items().stream().flatMap(item -> item.template(scope).stream()).toList();
    Map<String, Pattern> captured =
        node.at("capture").present()
            ? DialogueSection.capture(node.at("capture"))
            : Map.of(Jwt.TOKEN, Pattern.compile("\\A\\s*(.*?)\\s*\\z", Pattern.DOTALL));
    return Optional.of(new SignIn(Optional.empty(), words, captured));
  }

  private static Optional<Jwt> jwt(Node node) {
    if (!node.isMappingOf(Keys.JWT)) {
      return Optional.empty();
    }
    Scope scope = node.reading().scope().with("user");
    node.at("secret").require("the key of the signature, such as {env:JWT_SECRET}");
    node.at("claims").require("a mapping of claims, such as sub: \"{user}\"");
    Optional<Template> secret = node.at("secret").template(scope);
    secret.flatMap(t -> Matches.sample(t, "", s -> s)).ifPresent(node.reading()::addSecret);
    Map<String, String> algorithms = new LinkedHashMap<>();
    List.of("HS256", "HS384", "HS512").forEach(name -> algorithms.put(name, name));
    String algorithm = node.at("algorithm").choice(algorithms).orElse("HS256");
    Map<String, Template> claims = new LinkedHashMap<>();
    node.at("claims")
        .entries()
        .forEach((name, value) -> value.template(scope).ifPresent(t -> claims.put(name, t)));
    Duration expires = node.at("expires").duration(EXPIRES);
    return secret.map(key -> new Jwt(key, algorithm, Map.copyOf(claims), expires));
  }
}
