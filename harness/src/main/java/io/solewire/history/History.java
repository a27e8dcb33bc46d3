package io.solewire.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The append-only record of a run: JSON Lines, one segment per case, merged at the end.
 * Thread-safe; each segment has its own lock. What was recorded before a crash can be read: every
 * event is handed to the operating system before it is judged. It is not synced to the disk.
 */
public final class History implements AutoCloseable {

  /** The merged file in the output folder. */
  public static final String FILE = "history.jsonl";

  /** The folder of segments while a run is under way. */
  public static final String SEGMENTS = "history";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Redactor redactor;
  private final RunClock clock;
  private final byte[] head;
  private final Map<String, Segment> segments = new ConcurrentSkipListMap<>();

  private History(Path folder, byte[] head, Redactor redactor, RunClock clock) {
    this.folder = folder;
    this.head = head;
    this.redactor = redactor;
    this.clock = clock;
  }

  /**
   * Begins a history in an output folder.
   *
   * @param folder an existing folder
   * @param header the first line; redacted here as well
   * @param redactor the door for secrets
   * @param clock the run's clock
   * @return the open history
   * @throws HistoryException if nothing can be written there
   */
  public static History begin(Path folder, Header header, Redactor redactor, RunClock clock)
      throws HistoryException {
    try {
      byte[] head = firstLine(header, redactor).getBytes(StandardCharsets.UTF_8);
      Files.createDirectories(folder.resolve(SEGMENTS));
      Files.write(folder.resolve(SEGMENTS).resolve("header.json"), head);
      return new History(folder, head, redactor, clock);
    } catch (IOException e) {
      throw new HistoryException(cannotWrite(folder, e));
    }
  }

  /**
   * Opens the segment of a case.
   *
   * @param caseId the case
   * @return the open segment
   * @throws HistoryException if it cannot be written
   */
  public Segment segment(String caseId) throws HistoryException {
    Path file = folder.resolve(SEGMENTS).resolve(fileName(caseId));
    try {
      Segment segment = new Segment(caseId, file, redactor);
      segments.put(caseId, segment);
      return segment;
    } catch (IOException e) {
      throw new HistoryException(cannotWrite(file, e));
    }
  }

  /**
   * The clock that all instants are of.
   *
   * @return the run's clock
   */
  public RunClock clock() {
    return clock;
  }

  /**
   * What was recorded so far.
   *
   * @return the events of each segment
   */
  public Map<String, List<Event>> events() {
    Map<String, List<Event>> all = new TreeMap<>();
    segments.forEach((name, segment) -> all.put(name, segment.events()));
    return all;
  }

  /**
   * Merges the segments into {@value #FILE} and removes them.
   *
   * @return for each case the lines of the merged file that hold its events, counted from 1
   * @throws HistoryException if that fails; the segments are kept then
   */
  public Map<String, Lines> merge() throws HistoryException {
    Path merged = folder.resolve(FILE);
    Path unfinished = folder.resolve(FILE + ".part");
    Map<String, Lines> lines = new TreeMap<>();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
      out.write(head);
      long next = 2;
      for (Segment segment : segments.values()) {
        segment.close();
        copy(segment, out);
        lines.put(segment.caseId(), new Lines(next, next + segment.size() - 1));
        next += segment.size();
      }
    } catch (IOException e) {
      throw new HistoryException(cannotWrite(merged, e));
    }
    try {
      Files.move(unfinished, merged, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new HistoryException(cannotWrite(merged, e));
    }
    removeSegments();
    return lines;
  }

  /** All that was written, without the rest of a line that the disk did not take. */
  private static void copy(Segment segment, OutputStream out) throws IOException {
    if (segment.problem().isEmpty()) {
      Files.copy(segment.file(), out);
      return;
    }
    try (Stream<String> lines = Files.lines(segment.file())) {
      for (String line : (Iterable<String>) lines.limit(segment.size())::iterator) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void removeSegments() throws HistoryException {
    Path parts = folder.resolve(SEGMENTS);
    try (Stream<Path> tree = Files.walk(parts)) {
      List<Path> inside = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inside) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new HistoryException("cannot remove the merged segments in " + parts + ": " + e);
    }
  }

  @Override
  public void close() {
    segments.values().forEach(Segment::close);
  }

  static JsonGenerator generator(OutputStream out) throws IOException {
    return new JsonFactory(JSON)
        .createGenerator(out)
        .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
        .setRootValueSeparator(null);
  }

  private static String fileName(String caseId) {
    return caseId.replaceAll("[^A-Za-z0-9._-]", "_") + ".jsonl";
  }

  static String firstLine(Header header, Redactor redactor) throws IOException {
    return JSON.writeValueAsString(redactor.clean(header)) + "\n";
  }

  static String cannotWrite(Path file, IOException cause) {
    return "cannot write the history " + file + ": " + cause.getMessage();
  }

  /**
   * Lines of the merged file.
   *
   * @param from first line, counted from 1
   * @param to last line
   */
  public record Lines(long from, long to) {}
}
