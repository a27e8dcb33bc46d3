package io.solewire.report.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.solewire.report.FileSet;
import io.solewire.report.Reports;
import io.solewire.report.overview.Overview;
import io.solewire.report.overview.RunFolder;
import io.solewire.report.overview.RunFolders;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder with the last run of each target of the gallery, what was seen of each until now, and
 * the table of all. Not thread-safe.
 */
public final class Exhibition {

  /** What was seen of each target. */
  public static final String DATA = "gallery.json";

  private static final String TABLE = "README.md";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final Path folder;
  private final Map<String, Sightings> seen;

  private Exhibition(Path folder, Map<String, Sightings> seen) {
    this.folder = folder;
    this.seen = new TreeMap<>(seen);
  }

  /**
   * Reads what is there.
   *
   * @param folder need not exist
   * @throws IOException if the data is there and cannot be read; the message names the file and
   *     what is wrong with it
   */
  public static Exhibition in(Path folder) throws IOException {
    Path file = folder.resolve(DATA);
    if (!Files.exists(file)) {
      return new Exhibition(folder, Map.of());
    }
    try {
      return new Exhibition(
          folder, JSON.readValue(file.toFile(), new TypeReference<Map<String, Sightings>>() {}));
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": expected what gallery writes: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * What was seen of a target.
   *
   * @param name of the target
   * @return empty if it was never published
   */
  public Optional<Sightings> of(String name) {
    return Optional.ofNullable(seen.get(name));
  }

  /** Begins anew with a target: what was seen of it was seen by judges of another kind. */
  public void forget(String name) {
    seen.remove(name);
  }

  /**
   * Takes in a run in place of the last one of its target, and writes the table anew. The page for
   * browsers is only renewed where there is one: all of them would be too much to check in.
   *
   * @param name of the target
   * @param run its folder
   * @param result what was read of it, whole
   * @param version of the server; empty if it does not say
   * @throws IOException if it cannot be written
   */
  public void add(String name, Path run, RunResult result, String version) throws IOException {
    Sightings before = seen.getOrDefault(name, Sightings.none(result, version));
    seen.put(name, before.with(result, version));
    Path place = folder.resolve(place(name));
    try (FileSet files = new FileSet(place)) {
      files.put(Results.FILE, Files.readAllBytes(run.resolve(Results.FILE)));
      files.put(Reports.SUMMARY, Files.readAllBytes(run.resolve(Reports.SUMMARY)));
      if (Files.exists(place.resolve(Reports.HTML))) {
        files.put(Reports.HTML, Files.readAllBytes(run.resolve(Reports.HTML)));
      }
      files.publish();
    }
    write();
  }

  /** The name of a target's folder. */
  static String place(String name) {
    return name.replace('/', '-');
  }

  private void write() throws IOException {
    List<RunFolder> runs =
        RunFolders.in(List.of(folder), List.of()).found().stream().map(RunFolder::read).toList();
    Overview overview = Overview.of(runs);
    try (FileSet files = new FileSet(folder)) {
      files.put(DATA, bytes(JSON.writeValueAsString(seen) + "\n"));
      files.put(TABLE, bytes(GalleryMarkdown.of(runs, seen)));
      files.put(Overview.FILE, bytes(overview.html(folder)));
      files.publish();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
