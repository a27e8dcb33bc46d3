package io.solewire.dialect;

import java.util.List;

/**
 * The packets of one connection. Not thread-safe: one thing is asked of it at a time. Packets need
 * not align with WebSocket frames: one may come in several, and several in one.
 */
public interface Codec {

  /**
   * Makes a packet.
   *
   * @param text what the profile says, its variables filled in
   * @return the packet, which is sent as one binary frame
   * @throws IllegalArgumentException if the dialect knows no such packet; the message says what was
   *     expected
   */
  byte[] encode(String text);

  /**
   * Takes in what the server sent.
   *
   * @param bytes the payload of a frame
   * @return the packets that are complete with it, in order, as texts; empty if there are none
   * @throws IllegalArgumentException if it is no packet; nothing more is read then
   */
  List<String> decode(byte[] bytes);
}
