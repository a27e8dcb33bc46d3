package io.solewire.server.variant;

import io.solewire.server.fault.NearMiss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The correct variants of the server, by their names. Immutable. */
public final class Variants {
  private static final Map<String, Variant> BY_NAME =
      Stream.of(TakeoverVariants.ALL, SignalVariants.ALL, WireVariants.ALL)
          .flatMap(List::stream)
          .collect(
              Collectors.toMap(
                  Variant::name,
                  Function.identity(),
                  (first, second) -> {
                    throw new IllegalStateException("two variants are named " + first);
                  },
                  LinkedHashMap::new));

  private Variants() {}

  /** All of them, in the order of the catalogues. */
  public static List<Variant> all() {
    return List.copyOf(BY_NAME.values());
  }

  /**
   * The variant of that name.
   *
   * @throws IllegalArgumentException if there is none; it lists those there are, and the nearest
   */
  public static Variant named(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    String hint =
        NearMiss.of(name, BY_NAME.keySet()).map(near -> ", did you mean " + near + "?").orElse("");
    return new IllegalArgumentException(
        "variant must be one of " + String.join(", ", BY_NAME.keySet()) + ": " + name + hint);
  }
}
