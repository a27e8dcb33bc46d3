package io.solewire.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a document such that two that mean the same are the same text: JSON (which is YAML as
 * well) with sorted keys, no comments, no secrets. Stateless.
 */
final class CanonicalForm {

  private static final JsonFactory JSON = new JsonFactory();

  private CanonicalForm() {}

  /** The canonical text of a document. */
  static String of(Tree document, Collection<String> secrets) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, document, secrets);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  /** The SHA-256 of a text, in hexadecimal digits. */
  static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void write(JsonGenerator json, Tree tree, Collection<String> secrets)
      throws IOException {
    if (tree instanceof Tree.Mapping mapping) {
      json.writeStartObject();
      for (Map.Entry<String, Tree.Entry> entry : new TreeMap<>(mapping.entries()).entrySet()) {
        json.writeFieldName(entry.getKey());
        write(json, entry.getValue().value(), secrets);
      }
      json.writeEndObject();
    } else if (tree instanceof Tree.Sequence sequence) {
      json.writeStartArray();
      for (Tree item : sequence.items()) {
        write(json, item, secrets);
      }
      json.writeEndArray();
    } else if (tree instanceof Tree.Scalar scalar) {
      write(json, scalar, Redaction.apply(scalar.text(), secrets));
    }
  }

  /** Scalars count as they were written, so a number stays one: {@code 0010} is no JSON number. */
  private static void write(JsonGenerator json, Tree.Scalar scalar, String text)
      throws IOException {
    boolean plain =
        switch (scalar.type()) {
          case BOOL -> true;
          case NUMBER -> text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
          case NULL, TEXT -> false;
        };
    if (scalar.type() == Tree.Type.NULL) {
      json.writeNull();
    } else if (plain) {
      json.writeRawValue(text);
    } else {
      json.writeString(text);
    }
  }
}
