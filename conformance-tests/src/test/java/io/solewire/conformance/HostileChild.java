package io.solewire.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process in which {@link HostileRun} runs; started again if it has died. Thread-safe. */
final class HostileChild implements AutoCloseable {

  private static final String HEAP = "-Xmx192m";

  private Process process;
  private BufferedReader out;

  /**
   * Judges a server.
   *
   * @return the lines of what came of it
   * @throws AssertionError if the run did not end, or memory was not enough for it
   */
  synchronized List<String> judge(int port, String kind, Path folder, int seconds)
      throws IOException {
    if (process == null || !process.isAlive()) {
      start();
    }
    Writer in = process.outputWriter(StandardCharsets.UTF_8);
    in.write(port + " " + kind + " " + seconds + " " + folder + "\n");
    in.flush();
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); !HostileRun.END.equals(line); line = out.readLine()) {
      if (line == null) {
        throw new AssertionError("the process died:\n" + String.join("\n", lines));
      }
      lines.add(line);
    }
    return lines;
  }

  private void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            HostileRun.class.getName());
    process = builder.redirectErrorStream(true).start();
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
