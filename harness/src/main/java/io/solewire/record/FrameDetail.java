package io.solewire.record;

import io.solewire.history.Detail;
import io.solewire.wire.Frame;
import java.nio.charset.StandardCharsets;

/** What a history says of a frame. Stateless. */
final class FrameDetail {

  private FrameDetail() {}

  /**
   * Describes a frame.
   *
   * @param means what its message means by the profile, or null
   * @param text the text of the message that ends with it, or null
   */
  static Detail of(Frame frame, String means, String text) {
    Boolean utf8 = text == null ? null : Boolean.valueOf(text.indexOf('\ufffd') < 0);
    return Detail.frame(frame.opcode().text(), frame.length(), utf8, means, text);
  }

  /** Describes a Close frame of the server. */
  static Detail ofClose(Frame frame) {
    byte[] reason = frame.closeReason();
    String text = new String(reason, StandardCharsets.UTF_8);
    long bytes = Math.max(0, frame.length() - 2);
    return Detail.close(frame.closeCode(), bytes, Frame.isUtf8(reason), text);
  }
}
