package io.solewire.dialect.mqtt;

import io.netty.handler.codec.mqtt.MqttVersion;
import io.solewire.dialect.Codec;
import io.solewire.dialect.Dialect;

/**
 * MQTT 5. A server must send the client whose id connects again a DISCONNECT with reason code 0x8E
 * (session taken over), and close its connection (MQTT-3.1.4-3). Immutable.
 */
public final class Mqtt5 implements Dialect {

  @Override
  public String name() {
    return "mqtt5";
  }

  @Override
  public String profile() {
    return """
        subprotocols: [mqtt]
        dialogue:
          - send: '{"type":"CONNECT","clientId":"{user}"}'
          - expect: { matches: '"type":"CONNACK","reasonCode":"0x00"', within: 5s }
        probe: { send: '{"type":"PINGREQ"}', expect: '"type":"PINGRESP"' }
        evicted: { message: '"type":"DISCONNECT","reasonCode":"0x8e"', by: [message] }
        not-applicable: { A7: "MQTT-3.1.0-2: a second CONNECT on a connection is a protocol error" }
        refused: { message: '"type":"CONNACK","reasonCode":"0x(?!00)' }
        """;
  }

  @Override
  public Codec open() {
    return new MqttCodec(MqttVersion.MQTT_5);
  }
}
