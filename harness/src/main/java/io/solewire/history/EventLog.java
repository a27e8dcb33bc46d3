package io.solewire.history;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A history that one thread writes in one file, compressed: that of a load, which has too many
 * events for a flush after each. Not thread-safe. What was written before the last {@link #flush}
 * can be read after a crash. If the disk takes no more, the first problem is kept and the rest is
 * not written.
 */
public final class EventLog implements AutoCloseable {

  /** The file in the output folder. */
  public static final String FILE = "load-history.jsonl.gz";

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Redactor redactor;
  private final OutputStream out;
  private final JsonGenerator json;
  private String problem;

  private EventLog(Path file, Redactor redactor, OutputStream out) throws IOException {
    this.file = file;
    this.redactor = redactor;
    this.out = out;
    this.json = History.generator(out);
  }

  /**
   * Begins one.
   *
   * @param folder an existing folder
   * @param header the first line; redacted here
   * @param redactor the door for secrets
   * @return the open log
   * @throws HistoryException if nothing can be written there
   */
  public static EventLog begin(Path folder, Header header, Redactor redactor)
      throws HistoryException {
    Path file = folder.resolve(FILE);
    try {
      OutputStream out = new BufferedOutputStream(new Fast(Files.newOutputStream(file)), BUFFER);
      out.write((History.firstLine(header, redactor)).getBytes(StandardCharsets.UTF_8));
      return new EventLog(file, redactor, out);
    } catch (IOException e) {
      throw new HistoryException(History.cannotWrite(file, e));
    }
  }

  /** Compresses lightly, and can be read up to the last flush. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, BUFFER, true);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /**
   * Appends an event.
   *
   * @param event the event
   */
  public void write(Event event) {
    if (problem != null) {
      return;
    }
    try {
      EventJson.write(json, event, redactor);
      json.writeRaw('\n');
    } catch (IOException e) {
      problem = History.cannotWrite(file, e);
    }
  }

  /** Hands everything so far to the operating system. */
  public void flush() {
    if (problem != null) {
      return;
    }
    try {
      json.flush();
      out.flush();
    } catch (IOException e) {
      problem = History.cannotWrite(file, e);
    }
  }

  /**
   * The first problem that writing met.
   *
   * @return what went wrong, if anything did
   */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void close() {
    try {
      json.close();
      out.close();
    } catch (IOException e) {
      problem = problem == null ? History.cannotWrite(file, e) : problem;
    }
  }
}
