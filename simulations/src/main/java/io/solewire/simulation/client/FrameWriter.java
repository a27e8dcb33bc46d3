package io.solewire.simulation.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.solewire.wire.Opcode;
import java.util.concurrent.ThreadLocalRandom;

/** Puts a client's frames into bytes: whole messages, masked (RFC 6455 section 5.3). Stateless. */
final class FrameWriter {

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int LARGEST_HEADER = 14;

  private FrameWriter() {}

  static ByteBuf frame(ByteBufAllocator buffers, Opcode opcode, byte[] payload) {
    ByteBuf out = buffers.buffer(payload.length + LARGEST_HEADER);
    out.writeByte(FIN | opcode.code());
    if (payload.length < SHORT) {
      out.writeByte(MASKED | payload.length);
    } else if (payload.length <= 0xffff) {
      out.writeByte(MASKED | SHORT).writeShort(payload.length);
    } else {
      out.writeByte(MASKED | LONG).writeLong(payload.length);
    }
    int mask = ThreadLocalRandom.current().nextInt();
    out.writeInt(mask);
    for (int i = 0; i < payload.length; i++) {
      out.writeByte(payload[i] ^ mask >> 8 * (3 - i % 4));
    }
    return out;
  }
}
