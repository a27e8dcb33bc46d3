package io.solewire.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a history as a stream: the merged file, its gzip form, or the folder that a run left behind
 * when it was killed. Stateless; bounded memory. A last line that was cut off is passed over.
 */
public final class HistoryReader {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private HistoryReader() {}

  /**
   * Reads one.
   *
   * @param path a history file, or an output folder
   * @param events is handed each event, in the order of the file
   * @return its header
   * @throws HistoryException if it is none; the message names the file, the line and the reason
   */
  public static Header read(Path path, Consumer<Event> events) throws HistoryException {
    try {
      if (!Files.isDirectory(path)) {
        return readFile(path, events);
      }
      if (Files.exists(path.resolve(History.FILE))) {
        return readFile(path.resolve(History.FILE), events);
      }
      return readSegments(path.resolve(History.SEGMENTS), events);
    } catch (NoSuchFileException e) {
      throw new HistoryException("no history there: " + e.getFile());
    } catch (IOException | UncheckedIOException e) {
      throw new HistoryException("cannot read the history " + path + ": " + e.getMessage());
    }
  }

  /**
   * Reads the first line alone.
   *
   * @param path a history file, or an output folder
   * @return its header
   * @throws HistoryException if it is none
   */
  public static Header header(Path path) throws HistoryException {
    Path file = Files.isDirectory(path) ? path.resolve(History.FILE) : path;
    Path left = path.resolve(History.SEGMENTS).resolve("header.json");
    Path first = Files.exists(file) || !Files.exists(left) ? file : left;
    try (BufferedReader lines = lines(first)) {
      String line = new Lines(first, lines, false).next(1);
      if (line == null) {
        throw new HistoryException(first + ":1: empty, expected a history");
      }
      return header(first, line);
    } catch (NoSuchFileException e) {
      throw new HistoryException("no history there: " + e.getFile());
    } catch (IOException e) {
      throw new HistoryException("cannot read the history " + path + ": " + e.getMessage());
    }
  }

  private static Header readSegments(Path parts, Consumer<Event> events)
      throws IOException, HistoryException {
    Path head = parts.resolve("header.json");
    Header header = header(head, Files.readString(head).strip());
    try (Stream<Path> files = Files.list(parts)) {
      List<Path> segments = files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
      for (Path segment : segments) {
        try (BufferedReader lines = lines(segment)) {
          readEvents(new Lines(segment, lines, false), 1, events);
        }
      }
    }
    return header;
  }

  private static Header readFile(Path file, Consumer<Event> events)
      throws IOException, HistoryException {
    try (BufferedReader lines = lines(file)) {
      String first = new Lines(file, lines, false).next(1);
      if (first == null) {
        throw new HistoryException(file + ":1: empty, expected a history");
      }
      Header header = header(file, first);
      readEvents(new Lines(file, lines, header.load() != null), 2, events);
      return header;
    }
  }

  private static Header header(Path file, String line) throws HistoryException {
    try {
      JsonNode node = JSON.readTree(line);
      int format = node.path("format").asInt();
      if (format > Header.FORMAT) {
        throw new HistoryException(
            file + ":1: history format " + format + ", this release reads " + Header.FORMAT);
      }
      if (format != Header.FORMAT || !node.path("profile").isTextual()) {
        throw new HistoryException(file + ":1: not the first line of a history");
      }
      return JSON.treeToValue(node, Header.class);
    } catch (JsonProcessingException e) {
      throw new HistoryException(file + ":1: not the first line of a history");
    }
  }

  /**
   * Lines of a file.
   *
   * @param mayBeCut true for the compressed history of a load, which says itself whether it is
   *     whole: what was flushed before a crash can be read
   */
  private record Lines(Path file, BufferedReader reader, boolean mayBeCut) {
    String next(long number) throws HistoryException {
      try {
        return reader.readLine();
      } catch (EOFException e) {
        if (mayBeCut) {
          return null;
        }
        throw new HistoryException(file + ":" + number + ": cannot be read: " + e.getMessage());
      } catch (IOException e) {
        throw new HistoryException(file + ":" + number + ": cannot be read: " + e.getMessage());
      }
    }
  }

  private static void readEvents(Lines lines, long at, Consumer<Event> events)
      throws HistoryException {
    Path file = lines.file();
    long number = at;
    for (String line = lines.next(number); line != null; number++) {
      String next = lines.next(number + 1);
      try {
        events.accept(EventJson.read(JSON.readTree(line)));
      } catch (JsonProcessingException e) {
        if (next != null) {
          throw new HistoryException(file + ":" + number + ": not JSON: " + e.getOriginalMessage());
        }
      } catch (HistoryException e) {
        throw new HistoryException(file + ":" + number + ": " + e.getMessage());
      }
      line = next;
    }
  }

  /** Keeps whoever decodes from reading on into the end that is missing, and losing what it has. */
  private static final class Piecewise extends FilterInputStream {
    Piecewise(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  private static BufferedReader lines(Path file) throws IOException, HistoryException {
    InputStream in = Files.newInputStream(file);
    try {
      InputStream plain =
          file.toString().endsWith(".gz") ? new Piecewise(new GZIPInputStream(in)) : in;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    } catch (IOException e) {
      in.close();
      throw new HistoryException(file + ":1: cannot be read: " + e.getMessage());
    }
  }
}
