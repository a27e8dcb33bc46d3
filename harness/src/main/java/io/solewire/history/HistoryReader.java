package io.solewire.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a history as a stream: the merged file, its gzip form, or the folder that a run left behind
 * when it was killed. Stateless; bounded memory. A last line that was cut off is passed over, and
 * told.
 */
public final class HistoryReader {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private HistoryReader() {}

  /**
   * What was read.
   *
   * @param header the first line
   * @param lines how many lines could be read
   * @param cut true if the file ends within a line, or before its compressed form does
   */
  public record Contents(Header header, long lines, boolean cut) {}

  /**
   * Reads one.
   *
   * @param path a history file, or an output folder
   * @param events is handed each event, in the order of the file
   * @return its header
   * @throws HistoryException if it is none; the message names the file, the line and the reason
   */
  public static Header read(Path path, Consumer<Event> events) throws HistoryException {
    return contents(path, events::accept).header();
  }

  /**
   * Reads one, and tells how much there was.
   *
   * @param path a history file, or an output folder
   * @param events is handed each event, in the order of the file, and may refuse it
   * @return its header, and how much there was
   * @throws HistoryException if it is none; the message names the file, the line and the reason
   */
  public static Contents contents(Path path, EventSink events) throws HistoryException {
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
    try (LineReader lines = LineReader.open(first)) {
      return header(lines);
    } catch (NoSuchFileException e) {
      throw new HistoryException("no history there: " + e.getFile());
    } catch (IOException e) {
      throw new HistoryException("cannot read the history " + path + ": " + e.getMessage());
    }
  }

  private static Contents readSegments(Path parts, EventSink events)
      throws IOException, HistoryException {
    Header header;
    try (LineReader lines = LineReader.open(parts.resolve("header.json"))) {
      header = header(lines);
    }
    long number = 1;
    boolean cut = false;
    try (Stream<Path> files = Files.list(parts)) {
      List<Path> segments = files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
      for (Path segment : segments) {
        try (LineReader lines = LineReader.open(segment)) {
          Part part = readEvents(lines, events);
          number += part.lines();
          cut |= part.cut();
        }
      }
    }
    return new Contents(header, number, cut);
  }

  private static Contents readFile(Path file, EventSink events)
      throws IOException, HistoryException {
    try (LineReader lines = LineReader.open(file)) {
      Header header = header(lines);
      Part part = readEvents(lines, events);
      return new Contents(header, 1 + part.lines(), part.cut());
    }
  }

  private static Header header(LineReader lines) throws HistoryException {
    if (!lines.next() || lines.length() == 0) {
      String place = lines.number() == 0 ? lines.place().replaceFirst(":0$", ":1") : lines.place();
      throw new HistoryException(place + ": empty, expected a history");
    }
    HistoryException none =
        new HistoryException(lines.place() + ": not the first line of a history");
    try {
      JsonNode node = JSON.readTree(lines.bytes(), 0, lines.length());
      JsonNode format = node.path("format");
      if (!format.isIntegralNumber()) {
        throw none;
      }
      if (format.asLong() > Header.FORMAT) {
        throw new HistoryException(
            lines.place()
                + ": history format "
                + format.asText()
                + ", this release reads "
                + Header.FORMAT);
      }
      if (format.asLong() != Header.FORMAT || !node.path("profile").isTextual()) {
        throw none;
      }
      return JSON.treeToValue(node, Header.class);
    } catch (IOException e) {
      throw none;
    }
  }

  /** What was cut off may end within a word or a character, and is wrong at its end alone. */
  private static boolean isAtEnd(JsonProcessingException problem, int length) {
    return problem instanceof JsonEOFException
        || problem.getLocation() != null && problem.getLocation().getByteOffset() >= length - 4;
  }

  /** How many lines of events were read, and whether there had been more. */
  private record Part(long lines, boolean cut) {}

  /** Reads all lines that are left; the last one may have been cut off, and does not count then. */
  private static Part readEvents(LineReader lines, EventSink events) throws HistoryException {
    EventReader reader = new EventReader();
    long before = lines.number();
    while (lines.next()) {
      try {
        events.accept(reader.read(lines.bytes(), lines.length()));
      } catch (JsonProcessingException e) {
        if (lines.isOpen() && isAtEnd(e, lines.length())) {
          return new Part(lines.number() - 1 - before, true);
        }
        throw new HistoryException(lines.place() + ": not JSON: " + e.getOriginalMessage());
      } catch (HistoryException e) {
        throw new HistoryException(lines.place() + ": " + e.getMessage());
      }
    }
    return new Part(lines.number() - before, lines.isCut());
  }
}
