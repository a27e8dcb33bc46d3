package io.solewire.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names and their values while templates are rendered. Immutable: {@link #with} returns a copy.
 *
 * @param values the values by name
 */
public record Variables(Map<String, String> values) {

  /** No variable at all. */
  public static final Variables NONE = new Variables(Map.of());

  /**
   * Adds or replaces one.
   *
   * @param name its name
   * @param value its value
   * @return a copy with it
   */
  public Variables with(String name, String value) {
    Map<String, String> copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    return new Variables(Map.copyOf(copy));
  }

  /**
   * Looks one up.
   *
   * @param name its name
   * @return its value, if it has one
   */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
