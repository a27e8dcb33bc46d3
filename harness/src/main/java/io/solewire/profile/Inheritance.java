package io.solewire.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a document over the one that it extends: mappings are merged key by key, everything else
 * replaces what was there, and a key without a value takes it away. The name of the target is never
 * inherited. Stateless.
 */
final class Inheritance {

  /** The key that names the other document. */
  static final String KEY = "extends";

  private static final String EXPECTED =
      "the name of another profile in the same folder, such as profile.yaml";
  private static final Set<String> OWN = Set.of("name");

  private Inheritance() {}

  /** True if the document extends another one. */
  static boolean isVariant(Tree.Mapping document) {
    return document.entries().containsKey(KEY);
  }

  /**
   * Puts together what a document and those behind it say.
   *
   * @param file where the document stands
   * @param document the document
   * @param problems takes what is wrong with the key or with a document behind it
   * @return a document that extends nothing
   * @throws ProfileException if a document behind it cannot be read at all
   */
  static Tree.Mapping resolve(Path file, Tree.Mapping document, Problems problems)
      throws ProfileException {
    Set<Path> seen = new LinkedHashSet<>(Set.of(file.toAbsolutePath().normalize()));
    Tree.Mapping whole = document;
    while (isVariant(whole)) {
      Tree.Entry entry = whole.entries().get(KEY);
      Optional<Path> base = base(file, entry, problems);
      if (base.isPresent() && !seen.add(base.get().toAbsolutePath().normalize())) {
        problems.add(entry.key(), KEY, text(entry), EXPECTED + ", but this one extends itself");
        base = Optional.empty();
      }
      whole = without(whole, Set.of(KEY));
      if (base.isPresent()) {
        whole = merged(without(ProfileReader.document(base.get(), problems), OWN), whole);
      }
    }
    return whole;
  }

  private static Optional<Path> base(Path file, Tree.Entry entry, Problems problems) {
    String name = text(entry);
    Path base = file.resolveSibling(name.matches("[\\w.-]+") ? name : ".");
    if (!Files.isRegularFile(base)) {
      problems.add(entry.key(), KEY, name, EXPECTED);
      return Optional.empty();
    }
    return Optional.of(base);
  }

  private static String text(Tree.Entry entry) {
    return entry.value() instanceof Tree.Scalar scalar ? scalar.text() : "";
  }

  /** Lays one document over another. */
  static Tree.Mapping merged(Tree.Mapping base, Tree.Mapping over) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>(base.entries());
    over.entries().forEach((key, entry) -> put(entries, key, entry));
    return new Tree.Mapping(over.place(), entries);
  }

  private static void put(Map<String, Tree.Entry> entries, String key, Tree.Entry entry) {
    Tree.Entry old = entries.get(key);
    if (entry.value() instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL) {
      entries.remove(key);
    } else if (old != null
        && old.value() instanceof Tree.Mapping base
        && entry.value() instanceof Tree.Mapping over) {
      entries.put(key, new Tree.Entry(entry.key(), merged(base, over)));
    } else {
      entries.put(key, entry);
    }
  }

  private static Tree.Mapping without(Tree.Mapping document, Set<String> keys) {
    Map<String, Tree.Entry> kept = new LinkedHashMap<>(document.entries());
    kept.keySet().removeAll(keys);
    return new Tree.Mapping(document.place(), kept);
  }
}
