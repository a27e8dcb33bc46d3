package io.solewire.server.variant;

import io.solewire.server.fault.Named;
import java.util.List;
import java.util.stream.Stream;

/** The correct variants of the server, by their names. Immutable. */
public final class Variants {
  private static final Named<Variant> BY_NAME =
      new Named<>(
          Stream.of(TakeoverVariants.ALL, SignalVariants.ALL, WireVariants.ALL)
              .flatMap(List::stream),
          Variant::name);

  private Variants() {}

  /** All of them, in the order of the catalogues. */
  public static List<Variant> all() {
    return BY_NAME.all();
  }

  /**
   * The variant of that name.
   *
   * @throws IllegalArgumentException if there is none; it lists those there are, and the nearest
   */
  public static Variant named(String name) {
    return BY_NAME
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException(BY_NAME.unknown("variant", name)));
  }
}
