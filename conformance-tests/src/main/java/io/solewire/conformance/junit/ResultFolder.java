package io.solewire.conformance.junit;

import io.solewire.history.History;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Where the results of a test class go: {@code target/solewire/<class name>}. Stateless. */
final class ResultFolder {

  /** What a started server prints. */
  static final String LOG = "target.log";

  private ResultFolder() {}

  /** The folder of the project: Maven names it, others start tests in it. */
  static Path project() {
    return Path.of(System.getProperty("basedir", ""));
  }

  /** Makes the folder, without what an earlier run left there. */
  static Path make(Class<?> type) {
    Path folder = project().resolve("target").resolve("solewire").resolve(type.getName());
    try {
      Files.createDirectories(folder);
      for (String file : List.of(Results.FILE, History.FILE, LOG)) {
        Files.deleteIfExists(folder.resolve(file));
      }
      deleteSegments(folder.resolve(History.SEGMENTS));
      return folder;
    } catch (IOException e) {
      throw new SolewireException("the folder " + folder + " cannot be made: " + e, e);
    }
  }

  /** Writes result.json; a file is never seen half-written. */
  static void write(RunResult result, Path folder) {
    Path file = folder.resolve(Results.FILE);
    Path part = folder.resolve(Results.FILE + ".part");
    try {
      Files.writeString(part, Visible.encodable(Results.toJson(result)));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new SolewireException(file + " cannot be written: " + e, e);
    }
  }

  private static void deleteSegments(Path segments) throws IOException {
    if (!Files.exists(segments)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(segments, "*.{json,jsonl}")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(segments);
  }
}
