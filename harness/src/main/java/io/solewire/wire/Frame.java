package io.solewire.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A frame as it was on the wire (RFC 6455 section 5.2), unmasked. Immutable by convention: the
 * array is not copied.
 *
 * @param fin true if it ends its message
 * @param opcode what it is
 * @param length the payload's length on the wire
 * @param payload the payload's beginning; all of it unless it is longer than {@link
 *     FrameReader#KEPT}
 */
public record Frame(boolean fin, Opcode opcode, long length, byte[] payload) {

  /** The payload as text, with the replacement character for what is not UTF-8. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The status code of a Close frame; null if it carries none (RFC 6455 section 7.1.5). */
  public Integer closeCode() {
    return payload.length < 2
        ? null
        : Integer.valueOf((payload[0] & 0xff) << 8 | (payload[1] & 0xff));
  }

  /** The bytes of a Close frame's reason. */
  public byte[] closeReason() {
    return payload.length <= 2
        ? new byte[0]
        : java.util.Arrays.copyOfRange(payload, 2, payload.length);
  }

  /** True if the bytes are valid UTF-8. */
  public static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
