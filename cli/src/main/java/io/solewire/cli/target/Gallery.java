package io.solewire.cli.target;

import io.solewire.conformance.target.TargetException;
import io.solewire.hint.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The targets that come with Solewire: one folder each, with a profile. Stateless. */
final class Gallery {

  private static final String PROFILE = "profile.yaml";

  private Gallery() {}

  static Path profile(String name) throws TargetException {
    Path file = root().resolve(name).resolve(PROFILE).normalize();
    if (!file.startsWith(root()) || !Files.isRegularFile(file)) {
      throw TargetException.usage(
          "'"
              + name
              + "': no such target"
              + Nearest.suggestion(name, names())
              + "; expected a ws:// or wss:// URL with {user}, a profile file, or"
              + " one of: "
              + String.join(", ", names()));
    }
    return file;
  }

  static List<String> names() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(PROFILE)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path root() {
    String home = System.getProperty("solewire.home", "");
    return Path.of(home, "conformance-tests", "targets").toAbsolutePath().normalize();
  }
}
