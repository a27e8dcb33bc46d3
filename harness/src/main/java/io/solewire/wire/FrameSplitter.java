package io.solewire.wire;

import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;

/** Cuts a stream of the client's bytes into whole frames, raw and read. Not thread-safe. */
final class FrameSplitter {

  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private final BiConsumer<Frame, byte[]> frames;
  private final FrameReader reader;
  private Frame complete;

  FrameSplitter(BiConsumer<Frame, byte[]> frames) {
    this.frames = frames;
    this.reader = new FrameReader(frame -> complete = frame);
  }

  void read(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      raw.write(bytes[at]);
      reader.read(bytes, at, at + 1);
      if (complete != null) {
        Frame frame = complete;
        complete = null;
        byte[] whole = raw.toByteArray();
        raw.reset();
        frames.accept(frame, whole);
      }
    }
  }
}
