package io.solewire.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the head of an HTTP message off a stream of bytes. Not thread-safe. It gives up after
 * {@value #LIMIT} bytes, so that endless headers cost no memory.
 */
public final class HttpHead {

  /** Most bytes that a head may have. */
  public static final int LIMIT = 1 << 16;

  private static final int STATUS_DIGITS = 3;
  private static final byte[] HTTP = {'H', 'T', 'T', 'P', '/'};
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final byte[] first = new byte[HTTP.length];
  private int begun;
  private int matched;
  private List<String> lines;
  private String firstLine;

  /**
   * Takes in the next bytes up to the end of the head.
   *
   * @param source holds them
   * @param from index of the first
   * @param to index after the last
   * @return index after the last byte that belongs to the head
   */
  public int read(byte[] source, int from, int to) {
    int at = from;
    int most = Math.min(to, from + LIMIT - bytes.size());
    while (at < most && !complete()) {
      byte b = source[at++];
      if (begun < HTTP.length) {
        first[begun++] = b;
      }
      matched = b == END[matched] ? matched + 1 : b == END[0] ? 1 : 0;
    }
    bytes.write(source, from, at - from);
    return at;
  }

  /** True once its empty line was read. */
  public boolean complete() {
    return matched == END.length;
  }

  /** True if it does not end. */
  public boolean tooLong() {
    return bytes.size() >= LIMIT && !complete();
  }

  /** True as soon as it cannot become a response any more. */
  public boolean isNoHttp() {
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
  public int status() {
    String line = firstLine();
    int from = line.indexOf(' ') + 1;
    int space = line.indexOf(' ', from);
    int to = space < 0 ? line.length() : space;
    boolean isThere = line.startsWith("HTTP/") && from > 0 && to - from == STATUS_DIGITS;
    int status = 0;
    for (int i = from; isThere && i < to; i++) {
      isThere = line.charAt(i) >= '0' && line.charAt(i) <= '9';
      status = status * 10 + line.charAt(i) - '0';
    }
    return isThere ? status : -1;
  }

  /**
   * The values of a header.
   *
   * @param name in any case
   * @return the values, in order
   */
  public List<String> header(String name) {
    List<String> values = new ArrayList<>();
    for (String line : lines()) {
      int colon = line.indexOf(':');
      if (colon == name.length() && line.regionMatches(true, 0, name, 0, colon)) {
        values.add(line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  private List<String> lines() {
    if (lines == null || !complete()) {
      lines = bytes.toString(StandardCharsets.ISO_8859_1).lines().toList();
    }
    return lines;
  }

  /** Its first line. */
  public String firstLine() {
    if (firstLine == null || !complete()) {
      String text = bytes.toString(StandardCharsets.ISO_8859_1);
      int end = text.indexOf('\r');
      firstLine = end < 0 ? text : text.substring(0, end);
    }
    return firstLine;
  }
}
