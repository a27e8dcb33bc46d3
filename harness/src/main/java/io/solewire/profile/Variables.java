package io.solewire.profile;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Names and their values while templates are rendered. Immutable: {@link #with} returns others,
 * which share what they have in common, as there may be some for each of many users.
 */
public final class Variables {

  /** No variable at all. */
  public static final Variables NONE = new Variables(null, "", "");

  private final Variables others;
  private final String name;
  private final String value;

  private Variables(Variables others, String name, String value) {
    this.others = others;
    this.name = Objects.requireNonNull(name, "name");
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * Those of a map.
   *
   * @param values the values by name
   * @return the same as variables
   */
  public static Variables of(Map<String, String> values) {
    Variables all = NONE;
    for (Map.Entry<String, String> one : values.entrySet()) {
      all = all.with(one.getKey(), one.getValue());
    }
    return all;
  }

  /**
   * Adds or replaces one.
   *
   * @param name its name
   * @param value its value
   * @return these and it
   */
  public Variables with(String name, String value) {
    return new Variables(this, name, value);
  }

  /**
   * Looks one up.
   *
   * @param name its name
   * @return its value, if it has one
   */
  public Optional<String> get(String name) {
    for (Variables known = this; known.others != null; known = known.others) {
      if (known.name.equals(name)) {
        return Optional.of(known.value);
      }
    }
    return Optional.empty();
  }

  /** The names of all that have a value. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Variables known = this; known.others != null; known = known.others) {
      names.add(known.name);
    }
    return names;
  }
}
