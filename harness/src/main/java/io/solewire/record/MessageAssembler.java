package io.solewire.record;

import io.solewire.wire.Frame;
import io.solewire.wire.Opcode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Puts fragmented messages together (RFC 6455 section 5.4). Not thread-safe; bounded memory. */
final class MessageAssembler {

  private static final int LIMIT = 1 << 20;

  private ByteArrayOutputStream parts;
  private boolean binary;

  record Message(boolean binary, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  Optional<Message> add(Frame frame) {
    if (frame.opcode() != Opcode.CONTINUATION) {
      parts = null;
      binary = frame.opcode() == Opcode.BINARY;
    }
    if (frame.fin() && parts == null) {
      return Optional.of(new Message(binary, frame.payload()));
    }
    parts = parts == null ? new ByteArrayOutputStream() : parts;
    if (parts.size() < LIMIT) {
      parts.writeBytes(frame.payload());
    }
    if (!frame.fin()) {
      return Optional.empty();
    }
    Message message = new Message(binary, parts.toByteArray());
    parts = null;
    return Optional.of(message);
  }
}
