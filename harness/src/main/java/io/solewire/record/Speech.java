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

  private final MessageAssembler messages = new MessageAssembler();
  private final Outgoing outgoing;
  private final Optional<Codec> codec;
  private final Object lock = new Object();
  private boolean deaf;

  Speech(Optional<Dialect> dialect, Voice voice) {
    this.codec = dialect.map(Dialect::open);
    this.outgoing = new Outgoing(voice);
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
      return Heard.of(messages.add(frame).stream().toList());
    }
    synchronized (lock) {
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
      outgoing.say(kind, detail, binary, payload);
      return;
    }
    synchronized (lock) {
      byte[] packet = codec.get().encode(new String(payload, StandardCharsets.UTF_8));
      outgoing.say(kind, detail, true, packet);
    }
  }

  /** What the data frame of ours is that was seen just now; empty if nobody asked for it. */
  Optional<Outgoing.Label> said() {
    return outgoing.next();
  }
}
