package io.solewire.record;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data frames that a client was asked to send and that have not been seen on the wire yet, with
 * what each of them is. Thread-safe: the order of the labels is the order of the frames.
 */
final class Outgoing {

  private final Voice voice;
  private List<Label> labels = List.of();

  Outgoing(Voice voice) {
    this.voice = voice;
  }

  /** What a data frame of the client is. */
  record Label(EventKind kind, Detail detail) {}

  synchronized void say(EventKind kind, Detail detail, boolean binary, byte[] payload) {
    labels = labels.isEmpty() ? new ArrayList<>(1) : labels;
    labels.add(new Label(kind, detail));
    if (binary) {
      voice.binary(payload);
    } else {
      voice.text(new String(payload, StandardCharsets.UTF_8));
    }
  }

  /** What the data frame is that was seen just now; empty if nobody asked for it. */
  synchronized Optional<Label> next() {
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    Label next = labels.remove(0);
    labels = labels.isEmpty() ? List.of() : labels;
    return Optional.of(next);
  }
}
