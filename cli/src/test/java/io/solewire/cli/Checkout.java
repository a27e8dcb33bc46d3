package io.solewire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher in a folder with a Maven and a Java that do as a test says. Not thread-safe. */
final class Checkout {

  private final Path folder;
  private final Path home;
  private String path = System.getenv("PATH");

  /** Makes one in a folder; it has a Maven that succeeds, and a Java that says nothing. */
  Checkout(Path folder) throws IOException {
    this.folder = folder;
    this.home = Files.createDirectories(folder.resolve("a check out"));
    Files.copy(Path.of(System.getProperty("solewire.home"), "solewire"), home.resolve("solewire"));
    home.resolve("solewire").toFile().setExecutable(true);
    for (String made : List.of(".mvn/wrapper", "config", "cli/src/main", "jdk/bin", "bin")) {
      Files.createDirectories(home.resolve(made));
    }
    for (String file : List.of("pom.xml", "cli/pom.xml", "cli/src/main/A.java", "cli/src/main/B")) {
      Files.writeString(home.resolve(file), "1");
    }
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
    java("true");
    maven("true");
  }

  Path home() {
    return home;
  }

  /** How often Maven was called since it was made. */
  int builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  /** Has a Java that does this. */
  void java(String work) throws IOException {
    script("jdk/bin/java", work);
  }

  /** Has a Maven that leaves an empty class path and does this. */
  void maven(String work) throws IOException {
    script(
        "mvnw",
        "cd \"$(dirname \"$0\")\"; echo build >>builds; mkdir -p cli/target/solewire/lib\n" + work);
    Files.deleteIfExists(home.resolve("builds"));
  }

  /** Whoever calls this command from now on meets one that does this. */
  void command(String name, String work) throws IOException {
    script("bin/" + name, work);
    path = home.resolve("bin") + ":" + System.getenv("PATH");
  }

  private void script(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, "#!/usr/bin/env bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Cli.Running launch(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("solewire").toString()));
    command.addAll(List.of(args));
    return start(command);
  }

  Cli.Running start(List<String> command) throws IOException {
    return start(folder, command);
  }

  Cli.Running start(Path in, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
    builder.environment().putAll(Map.of("JAVA_HOME", home.resolve("jdk").toString(), "PATH", path));
    builder.redirectOutput(in.resolve("out").toFile());
    builder.redirectError(in.resolve("err").toFile());
    return new Cli.Running(builder.start(), in);
  }
}
