package io.solewire.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A piece of a template. Immutable. */
sealed interface TemplatePart {

  String render(Variables variables, UnaryOperator<String> escape);

  /** Puts in what is known; {@code environment} gives null for what is not set. */
  default TemplatePart bind(UnaryOperator<String> environment, Variables known) {
    return this;
  }

  default void visit(Consumer<TemplatePart> visitor) {
    visitor.accept(this);
  }

  /** Text that stands for itself and is never escaped. */
  record Literal(String text) implements TemplatePart {
    @Override
    public String render(Variables variables, UnaryOperator<String> escape) {
      return text;
    }
  }

  /** A value that was put in while the profile was read. */
  record Value(String text) implements TemplatePart {
    @Override
    public String render(Variables variables, UnaryOperator<String> escape) {
      return escape.apply(text);
    }
  }

  /** {@code {name}}. */
  record Variable(String name) implements TemplatePart {
    @Override
    public String render(Variables variables, UnaryOperator<String> escape) {
      return escape.apply(
          variables
              .get(name)
              .orElseThrow(
                  () -> new IllegalArgumentException("no value for variable {" + name + "}")));
    }

    @Override
    public TemplatePart bind(UnaryOperator<String> environment, Variables known) {
      Optional<String> value = known.get(name);
      return value.isPresent() ? new Value(value.get()) : this;
    }
  }

  /** {@code {env:NAME}}. */
  record Environment(String name) implements TemplatePart {
    @Override
    public String render(Variables variables, UnaryOperator<String> escape) {
      throw new IllegalArgumentException("no value for variable {env:" + name + "}");
    }

    @Override
    public TemplatePart bind(UnaryOperator<String> environment, Variables known) {
      String value = environment.apply(name);
      return value == null ? this : new Value(value);
    }
  }

  /** {@code {base64:…}}; what stands in it is not escaped, its Base64 form is. */
  record Base64(List<TemplatePart> inner) implements TemplatePart {
    @Override
    public String render(Variables variables, UnaryOperator<String> escape) {
      String plain =
          inner.stream()
              .map(part -> part.render(variables, UnaryOperator.identity()))
              .collect(Collectors.joining());
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      return escape.apply(java.util.Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public TemplatePart bind(UnaryOperator<String> environment, Variables known) {
      return new Base64(inner.stream().map(part -> part.bind(environment, known)).toList());
    }

    @Override
    public void visit(Consumer<TemplatePart> visitor) {
      visitor.accept(this);
      inner.forEach(part -> part.visit(visitor));
    }
  }
}
