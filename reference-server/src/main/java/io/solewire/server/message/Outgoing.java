package io.solewire.server.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.solewire.server.registry.Connection;

/** The texts that the server sends of itself, each one JSON object. Stateless. */
public final class Outgoing {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Outgoing() {}

  /** The first message after admission (rule D3 reads the epoch). */
  public static String welcome(Connection connection, long epoch) {
    ObjectNode text = typed("welcome").put("user", connection.user());
    return write(text.put("connection", connection.id()).put("epoch", epoch));
  }

  /** A user's first connection is there. */
  public static String online(String user) {
    return write(typed("online").put("user", user));
  }

  /** A user's last connection has gone. */
  public static String offline(String user) {
    return write(typed("offline").put("user", user));
  }

  static String pong(JsonNode id) {
    return write(typed("pong").set("id", id));
  }

  static String subscribed(String topic) {
    return write(typed("subscribed").put("topic", topic));
  }

  static String published(String topic, String text) {
    return write(typed("message").put("topic", topic).put("text", text));
  }

  static String message(String from, String text) {
    return write(typed("message").put("from", from).put("text", text));
  }

  static String error(String reason) {
    return write(typed("error").put("reason", reason));
  }

  private static ObjectNode typed(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static String write(JsonNode text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + text, e);
    }
  }
}
