package io.solewire.cli.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A package of npm's that is measured beside ours, in the versions that the lock file beside it
 * pins. It is installed into {@code target} when it is needed first.
 *
 * @param folder with its scripts and {@code node_modules}
 */
record NodePackage(Path folder) {

  private static final Path ROOT = Path.of("target", "bench");
  private static final String MANIFEST = "package.json";
  private static final String LOCK = "package-lock.json";
  private static final long INSTALL_MINUTES = 15;

  /** What is told to every process: none of them reports to anybody. */
  private static final String SILENCE = "ARTILLERY_DISABLE_TELEMETRY";

  /**
   * Installs it, unless it is.
   *
   * @param name of the folder with its manifest, its lock and the scripts
   * @param scripts that it runs
   * @throws MissingException if there is no npm, or it does not install
   */
  static NodePackage installed(String name, String... scripts)
      throws MissingException, IOException, InterruptedException {
    Path folder = Files.createDirectories(ROOT.resolve(name).toAbsolutePath());
    for (String script : scripts) {
      Files.write(folder.resolve(script), resource(name, script));
    }
    byte[] lock = resource(name, LOCK);
    Path whole = folder.resolve("installed-lock.json"); // written once all of it is there
    if (!Files.exists(whole) || !Arrays.equals(lock, Files.readAllBytes(whole))) {
      Files.write(folder.resolve(MANIFEST), resource(name, MANIFEST));
      Files.write(folder.resolve(LOCK), lock);
      install(folder);
      Files.write(whole, lock);
    }
    return new NodePackage(folder);
  }

  private static void install(Path folder)
      throws MissingException, IOException, InterruptedException {
    File log = folder.resolve("npm.log").toFile();
    ProcessBuilder npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    npm.environment().put(SILENCE, "true");
    Process process = started(npm);
    if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new MissingException("npm ci took more than " + INSTALL_MINUTES + " minutes");
    }
    if (process.exitValue() != 0) {
      throw new MissingException(
          "npm ci ended with "
              + process.exitValue()
              + ": expected 0; see cli/target/bench/*/npm.log");
    }
  }

  private static Process started(ProcessBuilder builder) throws MissingException {
    String program = builder.command().get(0);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new MissingException(
          program
              + " cannot be run: expected Node.js with npm on the PATH ("
              + e.getMessage()
              + ")");
    }
  }

  private static byte[] resource(String name, String file) throws IOException {
    try (InputStream in = NodePackage.class.getResourceAsStream(name + "/" + file)) {
      return in.readAllBytes();
    }
  }

  /** The version of Node.js that runs it. */
  static String node() throws MissingException, IOException, InterruptedException {
    Process process = started(new ProcessBuilder("node", "--version"));
    String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return version.strip();
  }

  /** The command that runs a script of its folder. */
  List<String> command(String script, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add("node");
    command.add(folder.resolve(script).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a script to its end. */
  Process start(Path log, String script, String... arguments) throws MissingException {
    ProcessBuilder builder =
        new ProcessBuilder(command(script, arguments))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put(SILENCE, "true");
    return started(builder);
  }
}
