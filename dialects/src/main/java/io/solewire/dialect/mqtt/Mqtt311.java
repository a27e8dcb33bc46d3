package io.solewire.dialect.mqtt;

import io.netty.handler.codec.mqtt.MqttVersion;
import io.solewire.dialect.Codec;
import io.solewire.dialect.Dialect;

/**
 * MQTT 3.1.1. A server must disconnect the client whose id connects again (MQTT-3.1.4-2), and has
 * no packet to tell it why: the end of TCP, or a Close, is all there is to see. Immutable.
 */
public final class Mqtt311 implements Dialect {

  @Override
  public String name() {
    return "mqtt";
  }

  @Override
  public String profile() {
    return """
        subprotocols: [mqtt]
        dialogue:
          - send: '{"type":"CONNECT","clientId":"{user}"}'
          - expect: { matches: '"type":"CONNACK","reasonCode":"0x00"', within: 5s }
        probe: { send: '{"type":"PINGREQ"}', expect: '"type":"PINGRESP"' }
        evicted: { by: [fin, rst] }
        not-applicable: { A7: "MQTT-3.1.0-2: a second CONNECT on a connection is a protocol error" }
        refused: { message: '"type":"CONNACK","reasonCode":"0x(?!00)' }
        """;
  }

  @Override
  public Codec open() {
    return new MqttCodec(MqttVersion.MQTT_3_1_1);
  }
}
