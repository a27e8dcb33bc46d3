package io.solewire.server.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * A client's text, read as a JSON object. Immutable.
 *
 * @param fields the object
 */
public record Incoming(JsonNode fields) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The text, if it is one JSON object. */
  public static Optional<Incoming> read(String text) {
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Incoming(JSON.readTree(text)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whether its {@code type} is that. */
  public boolean is(String type) {
    return text("type").filter(type::equals).isPresent();
  }

  /** A field that is a string. */
  public Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
