package io.solewire.history;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Hands out the lines of a file as bytes, and knows where it is. Not thread-safe. What was read
 * before the end of a compressed file that was cut off is handed out.
 */
final class LineReader implements AutoCloseable {

  /** Longer lines are none of ours. */
  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int limit;
  private long number;
  private boolean last;
  private boolean cut;
  private byte[] line = new byte[1 << 10];
  private int length;

  private LineReader(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static LineReader open(Path file) throws IOException, HistoryException {
    InputStream raw = Files.newInputStream(file);
    try {
      boolean packed = file.toString().endsWith(".gz");
      return new LineReader(file, packed ? new GZIPInputStream(new Piecewise(raw), 1 << 16) : raw);
    } catch (EOFException e) {
      raw.close();
      throw new HistoryException(file + ":1: empty, expected a history");
    } catch (IOException e) {
      raw.close();
      throw new HistoryException(file + ":1: cannot be read: " + e.getMessage());
    }
  }

  /** Keeps whoever decodes from asking for a next file behind the end of this one. */
  private static final class Piecewise extends FilterInputStream {
    Piecewise(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  /**
   * Goes to the next line.
   *
   * @return false if there is none
   * @throws HistoryException if it cannot be read
   */
  boolean next() throws HistoryException {
    length = 0;
    boolean any = false;
    while (at < limit || fill()) {
      any = true;
      int end = at;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      append(end);
      if (end < limit) {
        at = end + 1;
        number++;
        return true;
      }
      at = end;
    }
    number += any ? 1 : 0;
    last = true;
    return any;
  }

  private void append(int end) throws HistoryException {
    int more = end - at;
    if (length + more > LONGEST) {
      throw new HistoryException(file + ":" + (number + 1) + ": longer than " + LONGEST + " bytes");
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
    }
    System.arraycopy(buffer, at, line, length, more);
    length += more;
  }

  private boolean fill() throws HistoryException {
    try {
      at = 0;
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
      return limit > 0;
    } catch (EOFException e) {
      cut = true;
      limit = 0;
      return false;
    } catch (IOException e) {
      throw new HistoryException(file + ":" + (number + 1) + ": cannot be read: " + e.getMessage());
    }
  }

  /** The bytes of the line, of which only the first {@link #length} count. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** The number of the line, counted from 1. */
  long number() {
    return number;
  }

  /** True if no line feed ends this line, so that it may not be whole. */
  boolean isOpen() {
    return last;
  }

  /** True if the file ends before its compressed form does. */
  boolean isCut() {
    return cut;
  }

  /** The place, for problems. */
  String place() {
    return file + ":" + number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
