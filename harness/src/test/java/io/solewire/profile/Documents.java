package io.solewire.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Profiles as text, for tests: each is read from a file {@code test.yaml}. */
final class Documents {

  static final Map<String, String> ENVIRONMENT =
      Map.of("ACME_TOKEN", "t0k3n", "SERVER", "ws://h:8080", "EMPTY", "");

  private Documents() {}

  static Profile profile(String... lines) {
    return read(String.join("\n", lines), Map.of(), Variables.NONE);
  }

  static Profile read(String text, Map<String, String> overrides, Variables variables) {
    try {
      return read(write(text.getBytes(StandardCharsets.UTF_8)), overrides, variables);
    } catch (ProfileException e) {
      throw new AssertionError("expected no problem, found:\n" + e.getMessage(), e);
    }
  }

  static Profile read(String resource) {
    try {
      return read(resource(resource), Map.of(), Variables.NONE);
    } catch (ProfileException e) {
      throw new AssertionError("expected no problem, found:\n" + e.getMessage(), e);
    }
  }

  static Path resource(String name) {
    try {
      return Path.of(Documents.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** The problems as text, with the file's name alone. */
  static List<String> problems(String... lines) {
    return problems(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static List<String> problems(byte[] bytes, Map<String, String> overrides) {
    Path file = write(bytes);
    try {
      read(file, overrides, Variables.NONE);
    } catch (ProfileException e) {
      return e.problems().stream()
          .map(p -> p.toString().replace(file.toString(), "test.yaml"))
          .toList();
    }
    throw new AssertionError("expected problems, found none");
  }

  static Path write(byte[] bytes) {
    try {
      Path folder = Files.createTempDirectory("solewire-profile");
      folder.toFile().deleteOnExit();
      Path file = Files.write(folder.resolve("test.yaml"), bytes);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Profile read(Path file, Map<String, String> overrides, Variables variables)
      throws ProfileException {
    return ProfileReader.read(file, overrides, variables, ENVIRONMENT::get);
  }
}
