package io.solewire.profile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The variables that mean something at one place of a profile. Immutable.
 *
 * @param names what is known
 * @param open true if more may be known than the reader can tell
 */
record Scope(Set<String> names, boolean open) {

  /** The names that the harness gives a value; a capture must not take one. */
  static final Set<String> RESERVED =
      Set.of(
          "run", "n", "user", "message", "canary", "probe", "port", "env", "base64", "other",
          "topic", "tenant");

  Scope with(String... more) {
    return with(List.of(more));
  }

  Scope with(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(more);
    return new Scope(all, open);
  }

  boolean knows(String name) {
    return open || names.contains(name);
  }

  /** For messages. */
  String list() {
    return names.isEmpty()
        ? "no variable at this place"
        : "a variable known at this place: "
            + names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }
}
