package io.solewire.dialect.mqtt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * From the packets that a server sends to JSON, with the type first and the reason code behind it.
 * Stateless.
 */
final class PacketText {

  private PacketText() {}

  static String of(MqttMessage packet) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", packet.fixedHeader().messageType().name());
    if (packet instanceof MqttPublishMessage publish) {
      json.put("topic", publish.variableHeader().topicName());
      json.put("qos", publish.fixedHeader().qosLevel().value());
      json.put("payload", publish.payload().toString(StandardCharsets.UTF_8));
    } else if (packet.variableHeader() instanceof MqttConnAckVariableHeader answer) {
      json.put("reasonCode", hex(answer.connectReturnCode().byteValue()));
      json.put("sessionPresent", answer.isSessionPresent());
      reason(json, answer.properties());
    } else if (packet.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader end) {
      json.put("reasonCode", hex(end.reasonCode()));
      reason(json, end.properties());
    } else if (packet.variableHeader() instanceof MqttMessageIdVariableHeader id) {
      json.put("packetId", id.messageId());
    }
    if (packet.payload() instanceof MqttSubAckPayload granted) {
      ArrayNode codes = json.putArray("reasonCodes");
      granted.reasonCodes().forEach(code -> codes.add(hex(code)));
    }
    return json.toString();
  }

  private static String hex(int code) {
    return String.format(Locale.ROOT, "0x%02x", code & 0xff);
  }

  private static void reason(ObjectNode json, MqttProperties properties) {
    if (properties != null
        && properties.getProperty(MqttProperties.REASON_STRING)
            instanceof MqttProperties.StringProperty reason) {
      json.put("reasonString", reason.value());
    }
  }
}
