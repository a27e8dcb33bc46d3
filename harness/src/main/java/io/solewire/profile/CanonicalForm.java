package io.solewire.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Writes a document such that two that mean the same are the same text: keys sorted, no comments,
 * no secrets. Not thread-safe.
 */
final class CanonicalForm {

  private final StringBuilder text = new StringBuilder();
  private final Collection<String> secrets;

  private CanonicalForm(Collection<String> secrets) {
    this.secrets = secrets;
  }

  /** The SHA-256 of the canonical form, in hexadecimal digits. */
  static String digest(Tree document, Collection<String> secrets) {
    CanonicalForm form = new CanonicalForm(secrets);
    form.append(document);
    byte[] bytes = form.text.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void append(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      text.append('{');
      new TreeMap<>(mapping.entries())
          .forEach(
              (key, entry) -> {
                appendText(key);
                append(entry.value());
              });
      text.append('}');
    } else if (tree instanceof Tree.Sequence sequence) {
      text.append('[');
      sequence.items().forEach(this::append);
      text.append(']');
    } else if (tree instanceof Tree.Scalar scalar) {
      appendText(Redaction.apply(scalar.text(), secrets));
    }
  }

  /** With its length in front, so that no text can pass for structure. */
  private void appendText(String scalar) {
    text.append(scalar.length()).append(':').append(scalar);
  }
}
