package io.solewire.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads what is sent and what is looked for, as text or as hexadecimal digits. Stateless. */
final class Matches {

  private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]*");
  private static final String HEX_EXPECTED =
      "hexadecimal digits, two for each byte (variables may stand between)";

  private Matches() {}

  /** A text, or a mapping with {@code matches}. */
  static Optional<Match> match(Node node, boolean binary, Scope scope) {
    if (node.isScalar() || !node.present()) {
      return matchOf(node, binary, scope);
    }
    if (!node.isMappingOf(Keys.MATCH)) {
      return Optional.empty();
    }
    return matches(node, binary, scope);
  }

  /** The value of {@code matches}, which must be there. */
  static Optional<Match> matches(Node mapping, boolean binary, Scope scope) {
    Node matches = mapping.at("matches");
    if (!matches.present()) {
      matches.problem("what the server's message looks like");
    }
    return matchOf(matches, binary, scope);
  }

  /** One of the two keys, or neither; reports both. */
  static Optional<Match> optional(Node mapping, String text, String hex, Scope scope) {
    if (mapping.at(text).present() && mapping.at(hex).present()) {
      mapping.at(hex).problem("only one of " + text + " and " + hex);
    }
    return match(mapping.at(text), false, scope).or(() -> match(mapping.at(hex), true, scope));
  }

  /** What is sent, given by one of two keys. */
  static Payload payload(Node mapping, String key, Scope scope) {
    boolean binary = key.endsWith("-hex");
    Template template = template(mapping.at(key), binary, scope).orElseGet(() -> Template.of(""));
    return new Payload(binary, template);
  }

  private static Optional<Match> matchOf(Node node, boolean binary, Scope scope) {
    Optional<Template> template = template(node, binary, scope);
    if (template.isPresent() && template.get().toString().isEmpty()) {
      node.problem("something to look for");
      return Optional.empty();
    }
    if (!binary) {
      template
          .flatMap(t -> sample(t, "x", Pattern::quote))
          .ifPresent(t -> Notation.regex(t, node::problem));
    }
    return template.map(t -> new Match(binary, t));
  }

  private static Optional<Template> template(Node node, boolean binary, Scope scope) {
    return binary ? hex(node, scope) : node.template(scope);
  }

  private static Optional<Template> hex(Node node, Scope scope) {
    Optional<Template> digits =
        node.text()
            .map(text -> Template.of(text.replaceAll("\\s+", "")))
            .map(template -> node.reading().bind(node, template, scope));
    digits
        .flatMap(t -> sample(t, "", UnaryOperator.identity()))
        .ifPresent(
            sample -> {
              boolean whole = !digits.get().variables().isEmpty() || sample.length() % 2 == 0;
              if (!whole || !DIGITS.matcher(sample).matches()) {
                node.problem(HEX_EXPECTED);
              }
            });
    return digits;
  }

  /** The template with its variables filled in; empty if the environment lacks one. */
  static Optional<String> render(Template template, Variables known) {
    return render(template, known, UnaryOperator.identity());
  }

  private static Optional<String> render(
      Template template, Variables known, UnaryOperator<String> escape) {
    try {
      return Optional.of(template.render(known, escape));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The template with the same value for every variable; empty if the environment lacks one. */
  static Optional<String> sample(Template template, String value, UnaryOperator<String> escape) {
    Map<String, String> values = new LinkedHashMap<>();
    template.variables().forEach(name -> values.put(name, value));
    return render(template, Variables.of(values), escape);
  }
}
