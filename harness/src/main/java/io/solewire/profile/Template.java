package io.solewire.profile;

import java.util.Set;
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

  private Template(String source) {
    this.source = source;
  }

  /**
   * Parses a text; any text is a template.
   *
   * @param source the text
   * @return the template
   */
  public static Template of(String source) {
    return new Template(source);
  }

  /**
   * The names of the variables that it needs.
   *
   * @return without {@code env:} and {@code base64:}
   */
  public Set<String> variables() {
    throw new UnsupportedOperationException("not yet");
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
   * @param escape for instance percent-encoding, or {@link java.util.regex.Pattern#quote}
   * @return the text
   * @throws IllegalArgumentException if a variable has no value; the message names it
   */
  public String render(Variables variables, UnaryOperator<String> escape) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public String toString() {
    return source;
  }
}
