package io.solewire.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Frames as bytes, for tests (RFC 6455 section 5.2). */
final class Frames {

  private static final byte[] MASK = {0x12, (byte) 0xfe, 0x00, 0x7f};

  private Frames() {}

  static byte[] text(String text) {
    return frame(0x81, false, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] masked(String text) {
    return frame(0x81, true, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A Close frame. */
  static byte[] close(int code, String reason) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.write(code >> 8);
    payload.write(code);
    payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
    return frame(0x88, false, payload.toByteArray());
  }

  static byte[] frame(int first, boolean masked, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    int mask = masked ? 0x80 : 0;
    if (payload.length < 126) {
      out.write(mask | payload.length);
    } else if (payload.length < 1 << 16) {
      out.write(mask | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    } else {
      out.write(mask | 127);
      length(out, payload.length);
    }
    if (masked) {
      out.writeBytes(MASK);
    }
    for (int i = 0; i < payload.length; i++) {
      out.write(masked ? payload[i] ^ MASK[i % 4] : payload[i]);
    }
    return out.toByteArray();
  }

  /** The header of a frame that claims to be so long. */
  static byte[] claiming(int first, long length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    out.write(127);
    length(out, length);
    return out.toByteArray();
  }

  private static void length(ByteArrayOutputStream out, long length) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (length >> shift));
    }
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
