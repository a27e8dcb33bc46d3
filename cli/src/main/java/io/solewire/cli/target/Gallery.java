package io.solewire.cli.target;

import io.solewire.conformance.target.TargetException;
import io.solewire.hint.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The targets that come with Solewire: one folder each, with a profile for each variant. Stateless.
 */
public final class Gallery {

  /** What a name ends with that means all variants of a folder. */
  private static final String ALL = "/all";

  private static final String ENDING = ".yaml";

  /** The variant that the folder's name alone stands for. */
  private static final String PROFILE = "profile" + ENDING;

  private Gallery() {}

  /**
   * Finds a profile.
   *
   * @param name a folder, or a folder and a variant such as {@code ws/delete-any}
   * @return its file
   * @throws TargetException if there is none of this name
   */
  public static Path profile(String name) throws TargetException {
    for (String file : List.of(name + "/" + PROFILE, name + ENDING)) {
      Path path = root().resolve(file).normalize();
      boolean inFolder = path.getNameCount() == root().getNameCount() + 2;
      if (path.startsWith(root()) && inFolder && Files.isRegularFile(path)) {
        return path;
      }
    }
    throw TargetException.usage(
        "'"
            + name
            + "': no such target"
            + Nearest.suggestion(name, names())
            + "; expected a ws:// or wss:// URL with {user}, a profile file, or"
            + " one of: "
            + String.join(", ", names()));
  }

  /**
   * The variants that a name stands for.
   *
   * @param name what was typed; null for the reference server
   * @return the name itself, those of all variants if it is {@code folder/all}; none of null
   * @throws TargetException if there is no such folder
   */
  public static List<String> expand(String name) throws TargetException {
    if (name == null || !name.endsWith(ALL) || Files.exists(Path.of(name))) {
      return name == null ? List.of() : List.of(name);
    }
    String folder = name.substring(0, name.length() - ALL.length());
    profile(folder);
    return variants(folder);
  }

  /** All names there are: each folder, and each of its variants behind it. */
  public static List<String> names() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(PROFILE)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .flatMap(folder -> variants(folder).stream())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> variants(String folder) {
    try (Stream<Path> files = Files.list(root().resolve(folder))) {
      Stream<String> others =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(ENDING) && !file.equals(PROFILE))
              .map(file -> folder + "/" + file.substring(0, file.length() - ENDING.length()))
              .sorted();
      return Stream.concat(Stream.of(folder), others).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path root() {
    String home = System.getProperty("solewire.home", "");
    return Path.of(home, "conformance-tests", "targets").toAbsolutePath().normalize();
  }
}
