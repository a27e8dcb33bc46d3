package io.solewire.history;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a history that belongs to one case. Thread-safe. An event is written before {@link
 * #record} returns; if the disk takes no more, the first such problem is kept and shown by {@link
 * #problem}, and events are still kept in memory so that the case can be judged.
 */
public final class Segment implements AutoCloseable {

  private final String caseId;
  private final Path file;
  private final Redactor redactor;
  private final OutputStream out;
  private final JsonGenerator json;
  private final List<Event> events = new ArrayList<>();
  private long written;
  private String problem;
  private boolean closed;

  Segment(String caseId, Path file, Redactor redactor) throws IOException {
    this.caseId = caseId;
    this.file = file;
    this.redactor = redactor;
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 13);
    this.json = History.generator(out);
  }

  /**
   * Appends an event. After {@link #close} it does nothing: what comes then belongs to no case.
   *
   * @param event the event
   */
  public synchronized void record(Event event) {
    if (closed) {
      return;
    }
    events.add(event);
    if (problem != null) {
      return;
    }
    try {
      EventJson.write(json, event, redactor);
      json.writeRaw('\n');
      json.flush();
      written++;
    } catch (IOException e) {
      problem = "cannot write the history " + file + ": " + e.getMessage();
    }
  }

  /**
   * What was recorded so far, in the order of recording; instants may be out of order by the time
   * between reading the clock and recording.
   *
   * @return a copy
   */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /**
   * The first problem that writing met.
   *
   * @return what went wrong, if anything did
   */
  public synchronized Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /**
   * The case that it belongs to.
   *
   * @return its id
   */
  public String caseId() {
    return caseId;
  }

  Path file() {
    return file;
  }

  synchronized long size() {
    return written;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      json.close();
      out.close();
    } catch (IOException e) {
      problem = problem == null ? "cannot write the history " + file + ": " + e : problem;
    }
  }
}
