package io.solewire.server.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be chosen by a name on the command line. Immutable.
 *
 * @param <T> what is named
 */
public final class Named<T> {
  private final Map<String, T> byName = new LinkedHashMap<>();

  /**
   * Names them.
   *
   * @param all in the order in which they are listed
   * @throws IllegalStateException if two have the same name
   */
  public Named(Stream<T> all, Function<T, String> name) {
    all.forEach(
        each -> {
          if (byName.put(name.apply(each), each) != null) {
            throw new IllegalStateException("two are named " + name.apply(each));
          }
        });
  }

  /** All of them, in their order. */
  public List<T> all() {
    return List.copyOf(byName.values());
  }

  /** The one of that name. */
  public Optional<T> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Says that there is none of that name: which there are, and the nearest. */
  public String unknown(String what, String name) {
    String hint =
        NearMiss.of(name, byName.keySet()).map(near -> ", did you mean " + near + "?").orElse("");
    return what + " must be one of " + String.join(", ", byName.keySet()) + ": " + name + hint;
  }
}
