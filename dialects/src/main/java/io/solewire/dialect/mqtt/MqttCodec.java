package io.solewire.dialect.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ReferenceCountUtil;
import io.solewire.dialect.Codec;
import java.util.ArrayList;
import java.util.List;

/** One connection's packets. Not thread-safe. */
final class MqttCodec implements Codec {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 1 << 20;

  private final MqttVersion version;

  /** Both ways in one, since the decoder learns the version from the CONNECT that is encoded. */
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new MqttDecoder(LARGEST), MqttEncoder.INSTANCE);

  MqttCodec(MqttVersion version) {
    this.version = version;
  }

  @Override
  public byte[] encode(String text) {
    channel.writeOutbound(Packets.of(read(text), version));
    ByteBuf packet = channel.readOutbound();
    try {
      return ByteBufUtil.getBytes(packet);
    } finally {
      packet.release();
    }
  }

  private static JsonNode read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          Packets.EXPECTED + ", but it is no JSON: " + e.getOriginalMessage());
    }
    throw new IllegalArgumentException(Packets.EXPECTED);
  }

  @Override
  public List<String> decode(byte[] bytes) {
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
    List<String> texts = new ArrayList<>();
    for (Object read = channel.readInbound(); read != null; read = channel.readInbound()) {
      try {
        texts.add(text((MqttMessage) read));
      } finally {
        ReferenceCountUtil.release(read);
      }
    }
    return texts;
  }

  private static String text(MqttMessage packet) {
    if (packet.decoderResult().isFailure()) {
      throw new IllegalArgumentException(
          String.valueOf(packet.decoderResult().cause().getMessage()));
    }
    return PacketText.of(packet);
  }
}
