package io.solewire.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the head of an HTTP message off a stream of bytes. Not thread-safe. It gives up after
 * {@value #LIMIT} bytes, so that endless headers cost no memory.
 */
final class HttpHead {

  static final int LIMIT = 1 << 16;

  private static final byte[] HTTP = {'H', 'T', 'T', 'P', '/'};
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final byte[] first = new byte[HTTP.length];
  private int begun;
  private int matched;

  /**
   * Takes in the next bytes up to the end of the head.
   *
   * @return index after the last byte that belongs to the head
   */
  int read(byte[] source, int from, int to) {
    int at = from;
    while (at < to && !complete() && !tooLong()) {
      byte b = source[at++];
      if (begun < HTTP.length) {
        first[begun++] = b;
      }
      bytes.write(b);
      matched = b == END[matched] ? matched + 1 : b == END[0] ? 1 : 0;
    }
    return at;
  }

  boolean complete() {
    return matched == END.length;
  }

  boolean tooLong() {
    return bytes.size() >= LIMIT && !complete();
  }

  /** True as soon as it cannot become a response any more. */
  boolean isNoHttp() {
    for (int i = 0; i < Math.min(begun, HTTP.length); i++) {
      if (first[i] != HTTP[i]) {
        return true;
      }
    }
    return false;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** The status of a response; -1 if it is none. */
  int status() {
    String line = firstLine();
    String[] parts = line.split(" ", 3);
    if (!line.startsWith("HTTP/") || parts.length < 2 || !parts[1].matches("\\d{3}")) {
      return -1;
    }
    return Integer.parseInt(parts[1]);
  }

  String firstLine() {
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\r');
    return end < 0 ? text : text.substring(0, end);
  }
}
