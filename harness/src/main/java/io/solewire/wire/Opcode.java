package io.solewire.wire;

/** Frame opcodes of RFC 6455 section 5.2. */
public enum Opcode {
  CONTINUATION(0x0, "continuation"),
  TEXT(0x1, "text"),
  BINARY(0x2, "binary"),
  CLOSE(0x8, "close"),
  PING(0x9, "ping"),
  PONG(0xA, "pong"),
  /** Any of those that the RFC reserves. */
  RESERVED(-1, "reserved");

  private final int code;
  private final String text;

  Opcode(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /** The name in a history. */
  public String text() {
    return text;
  }

  /** True for Close, Ping and Pong. */
  public boolean isControl() {
    return code >= 0x8;
  }

  /** The four bits on the wire; -1 for {@link #RESERVED}. */
  public int code() {
    return code;
  }

  static Opcode of(int code) {
    for (Opcode opcode : values()) {
      if (opcode.code == code) {
        return opcode;
      }
    }
    return RESERVED;
  }
}
