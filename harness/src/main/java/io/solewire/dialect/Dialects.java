package io.solewire.dialect;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The dialects on the class path. Stateless and thread-safe. */
public final class Dialects {

  private Dialects() {}

  /**
   * Finds one.
   *
   * @param name as a profile names it
   * @return the dialect, if there is one of this name
   */
  public static Optional<Dialect> named(String name) {
    return all().stream().filter(dialect -> dialect.name().equals(name)).findFirst();
  }

  /**
   * Lists them.
   *
   * @return their names, in the order of the alphabet
   */
  public static List<String> names() {
    return all().stream().map(Dialect::name).sorted().toList();
  }

  private static List<Dialect> all() {
    return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
