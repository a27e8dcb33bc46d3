package io.solewire.dialect.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;

/** From JSON to the packets that a client sends. Stateless. */
final class Packets {

  static final String EXPECTED =
      "expected JSON such as {\"type\":\"CONNECT\",\"clientId\":\"…\"}; types: CONNECT, SUBSCRIBE,"
          + " PUBLISH, PINGREQ, DISCONNECT";

  private static final int KEEP_ALIVE_SECONDS = 60;
  private static final int MOST = 0xffff;

  private Packets() {}

  static MqttMessage of(JsonNode json, MqttVersion version) {
    return switch (json.path("type").asText()) {
      case "CONNECT" -> connect(json, version);
      case "SUBSCRIBE" ->
          MqttMessageBuilders.subscribe()
              .messageId(whole(json, "packetId", 1, 1, MOST))
              .addSubscription(qos(json), text(json, "topic"))
              .build();
      case "PUBLISH" -> publish(json);
      case "PINGREQ" -> MqttMessage.PINGREQ;
      case "DISCONNECT" -> MqttMessage.DISCONNECT;
      default -> throw new IllegalArgumentException(EXPECTED);
    };
  }

  private static MqttMessage connect(JsonNode json, MqttVersion version) {
    MqttMessageBuilders.ConnectBuilder connect =
        MqttMessageBuilders.connect()
            .protocolVersion(version)
            .clientId(text(json, "clientId"))
            .cleanSession(json.path("cleanStart").asBoolean(true))
            .keepAlive(whole(json, "keepAlive", KEEP_ALIVE_SECONDS, 0, MOST));
    if (json.has("userName")) {
      connect.username(text(json, "userName"));
    }
    if (json.has("password")) {
      connect.password(text(json, "password").getBytes(StandardCharsets.UTF_8));
    }
    return connect.build();
  }

  private static MqttMessage publish(JsonNode json) {
    byte[] payload = text(json, "payload").getBytes(StandardCharsets.UTF_8);
    MqttMessageBuilders.PublishBuilder publish =
        MqttMessageBuilders.publish()
            .topicName(text(json, "topic"))
            .qos(qos(json))
            .payload(Unpooled.wrappedBuffer(payload));
    if (json.has("packetId")) {
      publish.messageId(whole(json, "packetId", 1, 1, MOST));
    }
    return publish.build();
  }

  private static MqttQoS qos(JsonNode json) {
    return MqttQoS.valueOf(whole(json, "qos", 0, 0, 2));
  }

  private static String text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(
          json.path("type").asText() + ": expected " + key + ", a text");
    }
    return value.asText();
  }

  private static int whole(JsonNode json, String key, int otherwise, int least, int most) {
    JsonNode value = json.path(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
      throw new IllegalArgumentException(
          json.path("type").asText()
              + ": "
              + key
              + " is "
              + value
              + ": expected a whole number from "
              + least
              + " to "
              + most);
    }
    return value.asInt();
  }
}
