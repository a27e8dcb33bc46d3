package io.solewire.report.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a kill matrix: data for tools, pages for people. Stateless. */
public final class KillMatrixFiles {

  private static final String DATA = "kill-matrix.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private KillMatrixFiles() {}

  /**
   * Reads the data.
   *
   * @param folder where the files are
   * @return what is there; {@link KillMatrix#NONE} if there is nothing
   * @throws IOException if it cannot be read
   */
  public static KillMatrix read(Path folder) throws IOException {
    Path file = folder.resolve(DATA);
    return Files.exists(file) ? JSON.readValue(file.toFile(), KillMatrix.class) : KillMatrix.NONE;
  }

  /**
   * Writes {@code kill-matrix.json}, {@code .md} and {@code .html}.
   *
   * @param folder where the files go
   * @throws IOException if one cannot be written
   */
  public static void write(Path folder, KillMatrix matrix) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(DATA), JSON.writeValueAsString(matrix) + "\n");
    Files.writeString(folder.resolve("kill-matrix.md"), KillMatrixMarkdown.of(matrix));
    Files.writeString(folder.resolve("kill-matrix.html"), KillMatrixHtml.of(matrix));
  }
}
