package io.solewire.record;

import io.solewire.dialect.Codec;
import io.solewire.dialect.Dialect;
import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.wire.Frame;
import io.solewire.wire.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What is said on one connection: frames as messages, messages as frames, by the profile's dialect
 * if there is one. Thread-safe.
 */
final class Speech {

  private final Voice voice;
  private final Optional<Codec> codec;

  /** Once something was said. */
  private Outgoing outgoing;

  /** Of a message that comes in parts, until it is whole; most come at once. */
  private MessageAssembler parts;

  private boolean deaf;

  Speech(Optional<Dialect> dialect, Voice voice) {
    this.codec = dialect.map(Dialect::open);
    this.voice = voice;
  }

  /**
   * What a frame of the server says.
   *
   * @param messages that are whole with it
   * @param problem why there will be no more, if it is so
   * @param amid true if it is a part of a packet that is not whole yet
   */
  record Heard(List<MessageAssembler.Message> messages, Optional<String> problem, boolean amid) {

    /** No data. */
    static final Heard NOTHING = of(List.of());

    static Heard of(List<MessageAssembler.Message> messages) {
      return new Heard(messages, Optional.empty(), false);
    }
  }

  /** Takes in a frame; one that carries no data says nothing. */
  Heard heard(Frame frame) {
    if (frame.opcode().isControl() || frame.opcode() == Opcode.RESERVED) {
      return Heard.NOTHING;
    }
    if (codec.isEmpty()) {
      return Heard.of(message(frame).stream().toList());
    }
    synchronized (codec.get()) {
      if (deaf) {
        return Heard.of(List.of());
      }
      try {
        List<MessageAssembler.Message> whole =
            codec.get().decode(frame.payload()).stream().map(Speech::message).toList();
        boolean amid = whole.isEmpty() && frame.payload().length > 0;
        return new Heard(whole, Optional.empty(), amid);
      } catch (IllegalArgumentException e) {
        deaf = true;
        return new Heard(
            List.of(), Optional.of("no packet of the dialect: " + e.getMessage()), false);
      }
    }
  }

  private Optional<MessageAssembler.Message> message(Frame frame) {
    MessageAssembler assembler = parts == null ? new MessageAssembler() : parts;
    Optional<MessageAssembler.Message> whole = assembler.add(frame);
    parts = whole.isPresent() ? null : assembler;
    return whole;
  }

  private static MessageAssembler.Message message(String text) {
    return new MessageAssembler.Message(false, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Says something.
   *
   * @throws IllegalArgumentException if the dialect cannot say it
   */
  void say(EventKind kind, Detail detail, boolean binary, byte[] payload) {
    if (binary || codec.isEmpty()) {
      outgoing().say(kind, detail, binary, payload);
      return;
    }
    synchronized (codec.get()) {
      byte[] packet = codec.get().encode(new String(payload, StandardCharsets.UTF_8));
      outgoing().say(kind, detail, true, packet);
    }
  }

  private synchronized Outgoing outgoing() {
    outgoing = outgoing == null ? new Outgoing(voice) : outgoing;
    return outgoing;
  }

  /** What the data frame of ours is that was seen just now; empty if nobody asked for it. */
  Optional<Outgoing.Label> said() {
    return outgoing().next();
  }
}
