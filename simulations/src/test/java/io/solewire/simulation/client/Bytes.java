package io.solewire.simulation.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a server sends, as bytes (RFC 6455 section 5.2). */
final class Bytes {

  private static final int FIN = 0x80;

  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] text(String text) {
    return frame(FIN | 0x1, of(text));
  }

  static byte[] ping(byte[] payload) {
    return frame(FIN | 0x9, payload);
  }

  static byte[] close(int code, String reason) {
    return frame(FIN | 0x8, join(new byte[] {(byte) (code >> 8), (byte) code}, of(reason)));
  }

  /** A frame without mask; the first byte holds FIN and the opcode. */
  static byte[] frame(int first, byte[] payload) {
    int length = payload.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    if (length < 126) {
      out.write(length);
    } else if (length < 1 << 16) {
      out.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
    } else {
      out.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) length >> shift));
      }
    }
    out.writeBytes(payload);
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
