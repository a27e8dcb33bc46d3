package io.solewire.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs commands in tests: in this process, or in one of their own that can be interrupted. */
final class Cli {

  /** Deadlines that are scaled down, so that a whole run takes seconds. */
  static final List<String> SCALED =
      List.of(
          "--set", "quiet=300ms", "--set", "evicted.force=1500ms", "--set", "evicted.within=1s");

  private static final long BOUND_SECONDS = 50;

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private Cli() {}

  static Ended run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            line -> line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)),
            args);
    return new Ended(code, out.toString(), err.toString());
  }

  /** With scaled deadlines, into a folder. */
  static String[] conform(Path folder, String... more) {
    return Stream.of(
            Stream.of("conform", "--out", folder.toString()), SCALED.stream(), Stream.of(more))
        .flatMap(s -> s)
        .toArray(String[]::new);
  }

  /** A load by a plan such as {@code --users 2 --rate 5}, with scaled deadlines, into a folder. */
  static String[] load(Path folder, String plan, String... more) {
    return load("load", folder, plan, more);
  }

  /** The same, by another command that knows what a load is. */
  static String[] load(String command, Path folder, String plan, String... more) {
    return Stream.of(
            Stream.of(command, "--out", folder.toString()),
            SCALED.stream(),
            Stream.of(plan.split(" ")),
            Stream.of(more))
        .flatMap(s -> s)
        .toArray(String[]::new);
  }

  /**
   * A command in a process of its own.
   *
   * @param process the process
   * @param folder its working directory, which has its output
   */
  record Running(Process process, Path folder) {

    Ended await() throws IOException, InterruptedException {
      return await(BOUND_SECONDS);
    }

    /** The same for what takes longer. */
    Ended await(long seconds) throws IOException, InterruptedException {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it did not end within " + seconds + " s:\n" + text("out"));
      }
      return new Ended(process.exitValue(), text("out"), text("err"));
    }

    /** Sends a signal, by its name. */
    Running signal(String name) throws IOException, InterruptedException {
      String number = Long.toString(process.pid());
      if (new ProcessBuilder("sh", "-c", "kill -" + name + " " + number).start().waitFor() != 0) {
        throw new AssertionError("cannot signal " + number);
      }
      return this;
    }

    /** What it has printed so far. */
    String text(String stream) throws IOException {
      return Files.readString(folder.resolve(stream));
    }
  }

  static Running start(Path folder, String... args) throws IOException {
    return start(folder, Map.of(), args);
  }

  /** The same, with more in its environment. */
  static Running start(Path folder, Map<String, String> environment, String... args)
      throws IOException {
    return start(folder, environment, CLASS_PATH, Main.class, args);
  }

  /** The same on a machine that lacks a library, by a part of its name. */
  static Running startWithout(String library, Path folder, String... args) throws IOException {
    String others =
        Stream.of(CLASS_PATH.split(File.pathSeparator))
            .filter(entry -> !entry.contains(library))
            .collect(Collectors.joining(File.pathSeparator));
    return start(folder, Map.of(), others, Main.class, args);
  }

  /** Something else than a command, as a process of its own. */
  static Running start(Path folder, Class<?> main, String... args) throws IOException {
    return start(folder, Map.of(), CLASS_PATH, main, args);
  }

  private static Running start(
      Path folder, Map<String, String> environment, String classPath, Class<?> main, String... args)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsolewire.home=" + System.getProperty("solewire.home"),
                "-cp",
                classPath,
                main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return new Running(builder.start(), folder);
  }

  /**
   * What Ctrl-C sends; TERM where this process was started to ignore INT, as shells do for what
   * they put in the background, because children inherit that.
   */
  static String interrupt() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "INT";
    }
    long ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .findFirst()
            .orElse(0);
    return (ignored & 2) == 0 ? "INT" : "TERM";
  }
}
