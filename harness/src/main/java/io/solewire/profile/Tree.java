package io.solewire.profile;

import java.util.List;
import java.util.Map;

/** A value of a document, and where it stands. Immutable; has neither aliases nor cycles. */
sealed interface Tree {

  Place place();

  /** What a scalar is by the core schema of YAML 1.2. */
  enum Type {
    TEXT,
    NUMBER,
    BOOL,
    NULL
  }

  /** A scalar, as it was written. */
  record Scalar(Place place, String text, Type type) implements Tree {}

  /** A list. */
  record Sequence(Place place, List<Tree> items) implements Tree {}

  /** A mapping, in the order of the document. */
  record Mapping(Place place, Map<String, Entry> entries) implements Tree {}

  /** A value of a mapping; {@code key} is where its key stands. */
  record Entry(Place key, Tree value) {}
}
