package io.solewire.record;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The data frames that a client was asked to send and that have not been seen on the wire yet, with
 * what each of them is. Thread-safe: the order of the labels is the order of the frames.
 */
final class Outgoing {

  private final Deque<Label> labels = new ArrayDeque<>(1);
  private final Voice voice;

  Outgoing(Voice voice) {
    this.voice = voice;
  }

  /** What a data frame of the client is. */
  record Label(EventKind kind, Detail detail) {}

  void say(EventKind kind, Detail detail, boolean binary, byte[] payload) {
    synchronized (labels) {
      labels.add(new Label(kind, detail));
      if (binary) {
        voice.binary(payload);
      } else {
        voice.text(new String(payload, StandardCharsets.UTF_8));
      }
    }
  }

  /** What the data frame is that was seen just now; empty if nobody asked for it. */
  Optional<Label> next() {
    synchronized (labels) {
      return Optional.ofNullable(labels.poll());
    }
  }
}
