package io.solewire.cli.calibrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a calibration leaves in the output folder. Stateless. */
public final class CalibrationFiles {

  /** For people. */
  public static final String MARKDOWN = "calibration.md";

  /** For tools. */
  public static final String JSON = "calibration.json";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CalibrationFiles() {}

  /**
   * Writes both.
   *
   * @param result what was found
   * @param folder an existing folder
   * @throws IOException if they cannot be written
   */
  public static void write(CalibrationResult result, Path folder) throws IOException {
    Files.writeString(folder.resolve(MARKDOWN), CalibrationText.markdown(result));
    Files.writeString(folder.resolve(JSON), json(result));
  }

  /**
   * The one for tools.
   *
   * @param result what was found
   * @return JSON, indented
   */
  public static String json(CalibrationResult result) {
    try {
      return MAPPER.writeValueAsString(result) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("calibration.json cannot be made", e);
    }
  }

  /**
   * What was found in one line.
   *
   * @param result what was found
   * @return such as {@code 12 of 12 cells measured}
   */
  public static String headline(CalibrationResult result) {
    return CalibrationText.headline(result);
  }
}
