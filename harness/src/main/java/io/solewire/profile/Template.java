package io.solewire.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A text with variables in braces. Immutable and thread-safe.
 *
 * <p>{@code {name}} stands for a variable, {@code {env:NAME}} for a variable of the environment
 * (resolved while the profile is read), {@code {base64:…}} for the Base64 form of what stands in
 * it. A brace that does not begin such a form is a brace, so JSON can be written as it is.
 */
public final class Template {

  private final String source;
  private final List<TemplatePart> parts;

  private Template(String source, List<TemplatePart> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  /**
   * Parses a text; any text is a template.
   *
   * @param source the text
   * @return the template
   */
  public static Template of(String source) {
    return new Template(source, TemplateParser.parse(source));
  }

  /**
   * The names of the variables that it needs.
   *
   * @return without {@code env:} and {@code base64:}, in the order of their first use
   */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    visit(
        part -> {
          if (part instanceof TemplatePart.Variable variable) {
            names.add(variable.name());
          }
        });
    return names;
  }

  /**
   * Fills in the variables.
   *
   * @param variables their values
   * @return the text
   * @throws IllegalArgumentException if a variable has no value; the message names it
   */
  public String render(Variables variables) {
    return render(variables, UnaryOperator.identity());
  }

  /**
   * Fills in the variables, each value passed through {@code escape} first.
   *
   * @param variables their values
   * @param escape for instance {@link UrlEscape}, or {@link java.util.regex.Pattern#quote}
   * @return the text
   * @throws IllegalArgumentException if a variable has no value; the message names it
   */
  public String render(Variables variables, UnaryOperator<String> escape) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.render(variables, escape)));
    return text.toString();
  }

  /**
   * Puts in what is known while the profile is read; the rest stays.
   *
   * @param environment gives null for what is not set
   * @param known values by name
   * @return a copy with the same source
   */
  Template bind(UnaryOperator<String> environment, Variables known) {
    return new Template(source, parts.stream().map(p -> p.bind(environment, known)).toList());
  }

  /** The same source, with other parts. */
  Template withParts(UnaryOperator<List<TemplatePart>> change) {
    return new Template(source, change.apply(parts));
  }

  /** Shows each part, the inner ones of Base64 forms too. */
  void visit(Consumer<TemplatePart> visitor) {
    parts.forEach(part -> part.visit(visitor));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template that && source.equals(that.source) && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The text as it was written: nothing is filled in, so it shows no value of the environment. */
  @Override
  public String toString() {
    return source;
  }
}
