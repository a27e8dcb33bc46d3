package io.solewire.profile;

import io.solewire.dialect.Dialect;
import io.solewire.dialect.Dialects;
import io.solewire.hint.Nearest;
import java.util.List;
import java.util.Optional;

/** Reads {@code dialect}. Stateless. */
final class DialectSection {

  private static final String KEY = "dialect";

  private DialectSection() {}

  /** The dialect of a document that is there to be spoken by; none of one that was stored. */
  static Optional<Dialect> read(Node node) {
    if (!node.present() || !node.reading().hasFiles()) {
      return Optional.empty();
    }
    Optional<Dialect> dialect = node.text().flatMap(Dialects::named);
    if (dialect.isEmpty()) {
      List<String> names = Dialects.names();
      String known = names.isEmpty() ? "there is none on the class path" : String.join(", ", names);
      node.problem(
          "the name of a dialect: " + known + Nearest.suggestion(node.text().orElse(""), names));
    }
    return dialect;
  }

  /** A document over what its dialect says unless it says otherwise. */
  static Tree.Mapping completed(Tree.Mapping document, Problems problems) throws ProfileException {
    Tree.Entry entry = document.entries().get(KEY);
    if (entry == null || !(entry.value() instanceof Tree.Scalar name)) {
      return document;
    }
    Optional<Dialect> dialect = Dialects.named(name.text());
    if (dialect.isEmpty()) {
      return document;
    }
    String source = "dialect " + name.text();
    return Inheritance.merged(
        ProfileReader.document(source, dialect.get().profile(), problems), document);
  }
}
