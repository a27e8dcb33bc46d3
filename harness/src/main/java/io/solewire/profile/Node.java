package io.solewire.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A cursor on a document whose getters report what is wrong and go on with a default. Immutable; a
 * node may be absent, which is no problem by itself.
 */
final class Node {

  private final Reading reading;
  private final String key;
  private final Place place;
  private final Tree tree;

  private Node(Reading reading, String key, Place place, Tree tree) {
    this.reading = reading;
    this.key = key;
    this.place = place;
    this.tree = tree;
  }

  static Node root(Reading reading, Tree document) {
    return new Node(reading, "", document.place(), document);
  }

  Reading reading() {
    return reading;
  }

  /** Where it stands, counted from 1; 0 if it has no line. */
  int line() {
    return place.line();
  }

  boolean present() {
    return tree != null;
  }

  /** True for anything but a list or a mapping. */
  boolean isScalar() {
    return tree instanceof Tree.Scalar;
  }

  boolean isList() {
    return tree instanceof Tree.Sequence;
  }

  String key() {
    return key;
  }

  /** The last part of its key: the number of a list's item. */
  String number() {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  boolean isEmptyList() {
    return tree instanceof Tree.Sequence sequence && sequence.items().isEmpty();
  }

  /** Reports an absent node. */
  void require(String expected) {
    if (!present()) {
      problem(expected);
    }
  }

  /** The value of a key; absent if this is no mapping or does not have it. */
  Node at(String name) {
    Tree.Entry entry = tree instanceof Tree.Mapping mapping ? mapping.entries().get(name) : null;
    return entry == null
        ? new Node(reading, path(name), place, null)
        : new Node(reading, path(name), entry.key(), entry.value());
  }

  private String path(String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  /** Tells whether this is a mapping; reports another type, and keys that are not known. */
  boolean isMappingOf(Keys known) {
    if (!isMapping()) {
      return false;
    }
    for (String name : names()) {
      if (!known.names().contains(name)) {
        at(name).problem("", known.expectedInsteadOf(name));
      }
    }
    return true;
  }

  private boolean isMapping() {
    if (present() && !(tree instanceof Tree.Mapping)) {
      problem("a mapping (key: value)");
    }
    return tree instanceof Tree.Mapping;
  }

  /** The keys of a mapping. */
  List<String> names() {
    return tree instanceof Tree.Mapping mapping
        ? List.copyOf(mapping.entries().keySet())
        : List.of();
  }

  /** The values of a mapping with free keys; reports another type. */
  Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (isMapping()) {
      names().forEach(name -> entries.put(name, at(name)));
    }
    return entries;
  }

  /** The one of several keys that is set; reports none and more than one. */
  Optional<String> oneOf(String... names) {
    List<String> set = List.of(names).stream().filter(name -> at(name).present()).toList();
    if (set.size() != 1) {
      problem(String.join(" and ", set), "exactly one of " + String.join(", ", names));
    }
    return set.stream().findFirst();
  }

  /** The items of a list, numbered from 1 in their keys; reports another type. */
  List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (tree instanceof Tree.Sequence sequence) {
      for (Tree item : sequence.items()) {
        items.add(new Node(reading, path(String.valueOf(items.size() + 1)), item.place(), item));
      }
    } else if (present()) {
      problem("a list");
    }
    return items;
  }

  /** A scalar as it was written; reports another type. */
  Optional<String> text() {
    if (tree instanceof Tree.Scalar scalar && scalar.type() != Tree.Type.NULL) {
      return Optional.of(scalar.text());
    }
    if (present()) {
      problem("a text (in quotes if it begins with { or [)");
    }
    return Optional.empty();
  }

  /** A scalar in a notation of its own; {@code expected} describes it. */
  <T> Optional<T> value(String expected, Function<String, Optional<T>> parser) {
    if (!present()) {
      return Optional.empty();
    }
    Optional<T> value =
        tree instanceof Tree.Scalar scalar ? parser.apply(scalar.text()) : Optional.empty();
    if (value.isEmpty()) {
      problem(expected);
    }
    return value;
  }

  Duration duration(Duration fallback) {
    return value(Notation.DURATION, Notation::duration).orElse(fallback);
  }

  Optional<Integer> integer(int min, int max) {
    String expected =
        max == Integer.MAX_VALUE
            ? "a whole number of at least " + min
            : "a whole number from " + min + " to " + max;
    return integer(min, max, expected);
  }

  Optional<Integer> integer(int min, int max, String expected) {
    boolean number = tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NUMBER;
    return value(expected, text -> number ? Notation.integer(text, min, max) : Optional.empty());
  }

  boolean bool(boolean fallback) {
    boolean bool = tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.BOOL;
    return value(
            "true or false",
            text -> bool ? Optional.of(Boolean.valueOf(text.toLowerCase())) : Optional.empty())
        .orElse(fallback);
  }

  /** One of a closed set of words. */
  <E> Optional<E> choice(Map<String, E> words) {
    return value(
        "one of " + String.join(", ", words.keySet()),
        text -> Optional.ofNullable(words.get(text)));
  }

  Optional<Pattern> regex() {
    return text().flatMap(text -> Notation.regex(text, this::problem));
  }

  Optional<Template> template(Scope scope) {
    return text().map(text -> reading.bind(this, Template.of(text), scope));
  }

  void problem(String expected) {
    problem(shown(), expected);
  }

  void problem(String value, String expected) {
    reading.problems().add(place, key, value, expected);
  }

  private String shown() {
    if (tree instanceof Tree.Scalar scalar) {
      return scalar.text();
    }
    if (tree instanceof Tree.Mapping mapping) {
      return mapping.entries().isEmpty() ? "{}" : "{…}";
    }
    if (tree instanceof Tree.Sequence sequence) {
      return sequence.items().isEmpty() ? "[]" : "[…]";
    }
    return "";
  }
}
