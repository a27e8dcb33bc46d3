package io.solewire.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.solewire.history.Redactor;
import io.solewire.judge.Verdict;
import io.solewire.rule.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Reads and writes result.json. Stateless and thread-safe. */
public final class Results {

  /** The file in the output folder. */
  public static final String FILE = "result.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(names())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Results() {}

  /**
   * Writes it as text.
   *
   * @param result the result
   * @return JSON, indented
   */
  public static String toJson(RunResult result) {
    try {
      return JSON.writeValueAsString(result) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("result.json cannot be made", e);
    }
  }

  /**
   * Reads a file.
   *
   * @param file result.json
   * @return the result
   * @throws IOException if it cannot be read or is of another format; the message names the file,
   *     what it holds and what was expected
   */
  public static RunResult read(Path file) throws IOException {
    ObjectNode document = ResultDocument.read(JSON, file);
    try {
      return JSON.treeToValue(document, RunResult.class);
    } catch (JsonMappingException e) {
      throw new IOException(file + ": " + ValueProblem.words(JSON, document, e), e);
    }
  }

  /** What reads and writes results. */
  static ObjectMapper mapper() {
    return JSON;
  }

  /**
   * Takes the secrets out of a result, wherever they stand in it.
   *
   * @param result the result
   * @param redactor the door
   * @return the same without secrets
   */
  public static RunResult clean(RunResult result, Redactor redactor) {
    if (redactor.isOpen()) {
      return result;
    }
    try {
      JsonNode cleaned = Cleaning.clean(JSON.valueToTree(result), redactor);
      return JSON.treeToValue(cleaned, RunResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result without secrets cannot be read", e);
    }
  }

  /**
   * Writes what a load's process found.
   *
   * @param file where
   * @param outcome what
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, LoadOutcome outcome) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    JSON.writeValue(part.toFile(), outcome);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads what a load's process found.
   *
   * @param file where it was written
   * @return the outcome
   * @throws IOException if it cannot be read
   */
  public static LoadOutcome readOutcome(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), LoadOutcome.class);
  }

  private static SimpleModule names() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(new Lower<>(Verdict.class, Verdict::text));
    module.addSerializer(new Lower<>(Axis.class, Axis::text));
    module.addDeserializer(Verdict.class, new Upper<>(Verdict.class));
    module.addDeserializer(Axis.class, new Upper<>(Axis.class));
    return module;
  }

  private static final class Lower<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient java.util.function.Function<T, String> text;

    Lower(Class<T> type, java.util.function.Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text.apply(value));
    }
  }

  private static final class Upper<E extends Enum<E>> extends StdDeserializer<E> {
    private static final long serialVersionUID = 1L;
    private final Class<E> type;

    Upper(Class<E> type) {
      super(type);
      this.type = type;
    }

    @Override
    public E deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getText().toUpperCase(Locale.ROOT).replace('-', '_');
      try {
        return Enum.valueOf(type, text);
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(json.getText(), type, "not one of its values");
      }
    }
  }
}
