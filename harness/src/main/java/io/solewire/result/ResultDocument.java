package io.solewire.result;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that says it is a result.json of this format; its values are not looked at. Stateless. */
final class ResultDocument {

  /** Some hundred times what a run of a day leaves; more is read by nobody's accident. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int MEGABYTE = 1 << 20;

  private static final String MAKER = "solewire";

  private ResultDocument() {}

  /**
   * Reads it.
   *
   * @throws IOException if it is none; the message names the file, and what was expected
   */
  static ObjectNode read(ObjectMapper json, Path file) throws IOException {
    JsonNode document = parse(json, file);
    if (!(document instanceof ObjectNode object)) {
      throw none(file, "it holds " + (document.isArray() ? "a list" : shown(document)));
    }
    checkFormat(file, object);
    return object;
  }

  private static JsonNode parse(ObjectMapper json, Path file) throws IOException {
    String text = text(file);
    if (text.isBlank()) {
      throw none(file, "it is empty");
    }
    try {
      return json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
    } catch (JsonEOFException e) {
      throw none(file, "it ends in the middle, in line " + line(e) + "; was it cut off?");
    } catch (JsonProcessingException e) {
      String why = Visible.line(e.getOriginalMessage().lines().findFirst().orElse(""));
      throw none(file, "it is no JSON in line " + line(e) + ": " + why);
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw none(file, "it is no file that can be read to its end"); // a pipe waits for ever
    }
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        String most = "at most " + MOST_BYTES / MEGABYTE + " MB";
        throw none(file, "it has " + size / MEGABYTE + " MB where " + most + " are read");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw none(file, "there is no such file");
    } catch (CharacterCodingException e) {
      throw none(file, "it is no text in UTF-8");
    }
  }

  private static void checkFormat(Path file, ObjectNode document) throws IOException {
    JsonNode format = document.path("format");
    String tool = document.path("tool").isTextual() ? shown(document.path("tool")) : "";
    if (format.isMissingNode()) {
      throw none(file, "it has no key \"format\"" + (tool.isEmpty() ? "" : "; tool is " + tool));
    }
    if (!tool.isEmpty() && !document.path("tool").textValue().startsWith(MAKER)) {
      throw none(file, "it was made by " + tool);
    }
    if (!format.canConvertToInt() || format.intValue() != RunResult.FORMAT) {
      boolean newer = format.canConvertToInt() && format.intValue() > RunResult.FORMAT;
      throw new IOException(
          file
              + ": result format "
              + shown(format)
              + ", expected "
              + RunResult.FORMAT
              + ": made by "
              + (tool.isEmpty()
                  ? "an unknown tool"
                  : Visible.line(document.path("tool").textValue()))
              + (newer ? "; update solewire to read it" : "; no release writes that"));
    }
  }

  /** A value on one line, as JSON, its beginning if it is long. */
  static String shown(JsonNode value) {
    String text = Visible.line(value.toString());
    return text.length() <= 80 ? text : text.substring(0, 80).strip() + "…";
  }

  private static int line(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? 1 : at.getLineNr();
  }

  private static IOException none(Path file, String but) {
    return new IOException(file + ": expected a result.json of solewire, but " + but);
  }
}
