package io.solewire.cli.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Java process keeps, looked at from outside. Stateless. */
final class Heap {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
  private static final int KILO = 1_024;

  private Heap() {}

  /** Bytes that are alive, after a full collection. */
  static long alive(long pid) throws IOException, InterruptedException {
    Matcher total = TOTAL.matcher(jcmd(Long.toString(pid), "GC.class_histogram"));
    if (!total.find()) {
      throw new IOException("jcmd " + pid + " told no total");
    }
    return Long.parseLong(total.group(1));
  }

  /** Bytes of the process in memory, after a full collection. */
  static long resident(long pid) throws IOException, InterruptedException {
    jcmd(Long.toString(pid), "GC.run");
    Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
    if (!resident.find()) {
      throw new IOException("no VmRSS of " + pid);
    }
    return Long.parseLong(resident.group(1)) * KILO;
  }

  /** Waits until a process has so many descriptors: one for each connection. */
  static void awaitDescriptors(long pid, int least) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
                return descriptors.count() >= least;
              }
            });
  }

  /** The process whose main class this is. */
  static long pid(String main) throws IOException, InterruptedException {
    return jcmd("-l")
        .lines()
        .filter(line -> line.contains(" " + main))
        .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new IOException("no process of " + main));
  }

  private static String jcmd(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
