package io.solewire.browser;

import io.solewire.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The reports that are shown, made by the command line as a user makes them, all of them once, when
 * the first is asked for. They stay in {@code target/shown}, to be looked at.
 */
enum Shown {
  /** The embedded reference server; a busy machine may leave a case unproven. */
  PASSING(0, "conform", "--only", "A*", "--only", "B*", "--only", "D*"),

  /** A server in which two newcomers win. */
  FAILING(1, "conform", "{profile}", "--only", "A1.*", "--only", "B*", "--only", "D1.*"),

  /** Cases and a load of the reference server; a busy machine may be no fit place to measure on. */
  LOAD(0, "load", "--users", "50", "--rate", "100", "--warmup", "1s", "--duration", "3s"),

  /** A server that answers with whatever could break a page; see {@link HostileServer}. */
  HOSTILE(1, "conform", "{hostile}", "--only", "A*", "--only", "B*"),

  /** No server's: see {@link Worst}. */
  WORST(1);

  private static final int BOUND_SECONDS = 100;
  private static final int UNPROVEN = 3;
  private static final Map<Shown, Path> MADE = new EnumMap<>(Shown.class);

  private final int exitCode;
  private final List<String> arguments;

  Shown(int exitCode, String... arguments) {
    this.exitCode = exitCode;
    this.arguments = List.of(arguments);
  }

  /** Its report.html. Not thread-safe: tests of this module run one after the other. */
  Path html() throws Exception {
    if (MADE.isEmpty()) {
      MADE.putAll(makeAll());
    }
    return MADE.get(this);
  }

  /** Cases wait more than they work, so these are run at once; what measures is run before. */
  private static Map<Shown, Path> makeAll() throws Exception {
    Map<Shown, Path> made = new EnumMap<>(Shown.class);
    made.put(LOAD, LOAD.make());
    List<Shown> others = List.of(PASSING, FAILING, HOSTILE);
    ExecutorService threads = Executors.newFixedThreadPool(others.size());
    try {
      List<Future<Path>> making =
          threads.invokeAll(others.stream().map(shown -> (Callable<Path>) shown::make).toList());
      for (Shown shown : others) {
        made.put(shown, making.get(others.indexOf(shown)).get());
      }
    } finally {
      threads.shutdown();
    }
    Path cases = made.get(FAILING).resolveSibling(Results.FILE);
    made.put(
        WORST, Worst.write(cases, made.get(LOAD).resolveSibling(Results.FILE), WORST.folder()));
    return made;
  }

  private Path folder() {
    return Path.of("target", "shown", name().toLowerCase()).toAbsolutePath();
  }

  private Path make() throws Exception {
    Path folder = Files.createDirectories(folder());
    if (!arguments.contains("{hostile}")) {
      return run(folder, profile(folder, "start: { serve: [--fault, two-winners] }", "{port}"));
    }
    try (HostileServer server = HostileServer.ready()) {
      return run(folder, profile(folder, "", Integer.toString(server.getPort())));
    }
  }

  private Path profile(Path folder, String start, String port) throws IOException {
    return Files.writeString(
        folder.resolve("profile.yaml"),
        """
        profile: 1
        name: %s
        url: ws://127.0.0.1:%s/ws?user={user}
        evicted: { codes: [4409], reason: superseded, by: [close] }
        %s
        """
            .formatted(this == FAILING ? "two-winners" : "hostile", port, start));
  }

  private Path run(Path folder, Path profile) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    for (String argument : arguments) {
      line.add(argument.startsWith("{") ? profile.getFileName().toString() : argument);
    }
    line.addAll(List.of("--set", "quiet=300ms", "--set", "evicted.force=1500ms"));
    int code = solewire(folder, line);
    if (code != exitCode && !(exitCode == 0 && code == UNPROVEN)) {
      throw new AssertionError(
          line
              + " ended with "
              + code
              + ", not "
              + exitCode
              + ":\n"
              + Files.readString(folder.resolve("out.txt")));
    }
    return folder.resolve("report.html");
  }

  /** Runs the command line in this folder, into this folder; answers with its exit code. */
  static int solewire(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsolewire.home=" + System.getProperty("solewire.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.solewire.cli.Main"));
    command.addAll(arguments);
    command.addAll(List.of("--seed", "7", "--out", "."));
    Process process =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder).toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    try {
      if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(arguments + " did not end within " + BOUND_SECONDS + " s");
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
