package io.solewire.profile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables that mean something at one place of a profile. Immutable.
 *
 * @param names what is known
 * @param open true if more may be known than the reader can tell
 */
record Scope(Set<String> names, boolean open) {

  /** The names that the harness gives a value; a capture must not take one. */
  static final Set<String> RESERVED =
      Set.copyOf(
          Stream.concat(
                  Stream.of("run", "n", "user", "message", "canary", "probe", "env", "base64"),
                  Stream.concat(Stream.of("other", "topic", "tenant"), Ports.names().stream()))
              .toList());

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
