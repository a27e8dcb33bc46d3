package io.solewire.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays {@code --set key=value} over a document before it is read. Stateless. */
final class Overrides {

  private static final Tree.Mapping EMPTY = new Tree.Mapping(Place.override(), Map.of());

  private Overrides() {}

  /**
   * Makes a changed copy.
   *
   * @param document the document
   * @param overrides dotted key to YAML value; items of lists are numbered from 1
   * @param problems takes values that are no YAML and keys that lead nowhere
   * @return the copy
   */
  static Tree.Mapping apply(
      Tree.Mapping document, Map<String, String> overrides, Problems problems) {
    Tree changed = document;
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      String key = override.getKey();
      Optional<Tree> value = parse(key, override.getValue(), problems);
      Optional<Tree> next =
          value.isEmpty() ? Optional.empty() : set(changed, segments(key), value.get());
      if (value.isPresent() && next.isEmpty()) {
        problems.add(Place.override(), key, "", "a dotted key that leads to a mapping or a list");
      }
      changed = next.orElse(changed);
    }
    return (Tree.Mapping) changed;
  }

  private static Optional<Tree> parse(String key, String value, Problems problems) {
    try {
      TreeBuilder builder = new TreeBuilder(line -> Place.override(), key, problems);
      Tree none = new Tree.Scalar(Place.override(), "", Tree.Type.NULL);
      return Optional.of(YamlDocument.parse(value, builder).orElse(none));
    } catch (ProfileException e) {
      problems.add(Place.override(), key, value, e.problems().get(0).expected());
      return Optional.empty();
    }
  }

  private static List<String> segments(String key) {
    return List.of(key.split("\\.", -1));
  }

  private static Optional<Tree> set(Tree tree, List<String> path, Tree value) {
    if (path.isEmpty()) {
      return Optional.of(value);
    }
    String first = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (tree instanceof Tree.Mapping mapping && !first.isEmpty()) {
      return setKey(mapping, first, rest, value);
    }
    return tree instanceof Tree.Sequence sequence
        ? setItem(sequence, first, rest, value)
        : Optional.empty();
  }

  private static Optional<Tree> setKey(
      Tree.Mapping mapping, String key, List<String> rest, Tree value) {
    Tree.Entry old = mapping.entries().get(key);
    return set(old == null ? EMPTY : old.value(), rest, value)
        .map(
            next -> {
              Map<String, Tree.Entry> entries = new LinkedHashMap<>(mapping.entries());
              Place place = rest.isEmpty() || old == null ? Place.override() : old.key();
              entries.put(key, new Tree.Entry(place, next));
              return new Tree.Mapping(mapping.place(), entries);
            });
  }

  private static Optional<Tree> setItem(
      Tree.Sequence list, String number, List<String> rest, Tree value) {
    Optional<Integer> index = Notation.integer(number, 1, list.items().size());
    return index
        .flatMap(i -> set(list.items().get(i - 1), rest, value))
        .map(
            next -> {
              List<Tree> items = new ArrayList<>(list.items());
              items.set(index.get() - 1, next);
              return new Tree.Sequence(list.place(), List.copyOf(items));
            });
  }
}
