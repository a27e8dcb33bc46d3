package io.solewire.wire;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads frames off a stream of bytes, in pieces of any size. Not thread-safe. Memory is bounded: of
 * a payload only the first {@value #KEPT} bytes are kept. It accepts what RFC 6455 forbids
 * (reserved opcodes, oversized control frames, wrong masking), because what it reads is evidence.
 */
public final class FrameReader {

  /** Number of bytes of a payload that are kept. */
  public static final int KEPT = 1 << 16;

  private static final byte[] NONE = {};

  private final Consumer<Frame> frames;
  private final byte[] header = new byte[14];
  private int headerRead;
  private int headerSize = 2;
  private long length;
  private long read;
  private byte[] payload = NONE;

  /**
   * Makes a reader at the start of a frame.
   *
   * @param frames is handed each frame as soon as its last byte was read
   */
  public FrameReader(Consumer<Frame> frames) {
    this.frames = frames;
  }

  /**
   * Takes in the next bytes.
   *
   * @param bytes holds them
   * @param from index of the first
   * @param to index after the last
   */
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at = headerRead < headerSize ? readHeader(bytes, at, to) : readPayload(bytes, at, to);
      if (headerRead == headerSize && read == length) {
        emit();
      }
    }
  }

  /** True between two frames. */
  public boolean atBoundary() {
    return headerRead == 0;
  }

  private int readHeader(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && headerRead < headerSize) {
      header[headerRead++] = bytes[at++];
      if (headerRead == 2) {
        headerSize = 2 + extraLength() + (masked() ? 4 : 0);
      }
    }
    if (headerRead == headerSize) {
      length = payloadLength();
      read = 0;
      payload = new byte[(int) Math.min(length, KEPT)];
    }
    return at;
  }

  private int readPayload(byte[] bytes, int from, int to) {
    int count = (int) Math.min(to - from, length - read);
    int kept = (int) Math.max(0, Math.min(count, payload.length - read));
    for (int i = 0; i < kept; i++) {
      int index = (int) read + i;
      byte mask = masked() ? header[headerSize - 4 + index % 4] : 0;
      payload[index] = (byte) (bytes[from + i] ^ mask);
    }
    read += count;
    return from + count;
  }

  private void emit() {
    Opcode opcode = Opcode.of(header[0] & 0x0f);
    boolean fin = (header[0] & 0x80) != 0;
    Frame frame = new Frame(fin, opcode, length, payload);
    payload = NONE;
    headerRead = 0;
    headerSize = 2;
    length = 0;
    read = 0;
    Arrays.fill(header, (byte) 0);
    frames.accept(frame);
  }

  private boolean masked() {
    return (header[1] & 0x80) != 0;
  }

  private int extraLength() {
    int small = header[1] & 0x7f;
    return small == 126 ? 2 : small == 127 ? 8 : 0;
  }

  private long payloadLength() {
    int extra = extraLength();
    if (extra == 0) {
      return header[1] & 0x7f;
    }
    long value = 0;
    for (int i = 0; i < extra; i++) {
      value = value << 8 | (header[2 + i] & 0xff);
    }
    return value < 0 ? Long.MAX_VALUE : value;
  }
}
