package io.solewire.cli.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Java process keeps, looked at from outside. Stateless. */
final class Heap {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern CLASS =
      Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+([^\\s$/]+)");
  private static final String OURS = "io.solewire.";
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
  private static final int KILO = 1_024;

  /** Ten seconds of them or so: by then what so many connects made Java compile is compiled. */
  private static final int LOOKS = 20;

  private Heap() {}

  /** Bytes that are alive, after a full collection. */
  static long alive(long pid) throws IOException, InterruptedException {
    Matcher total = TOTAL.matcher(jcmd(Long.toString(pid), "GC.class_histogram"));
    if (!total.find()) {
      throw new IOException("jcmd " + pid + " told no total");
    }
    return Long.parseLong(total.group(1));
  }

  /** The same by whose classes they are of: ours by their package, and others' as a whole. */
  static Map<String, Long> rooms(long pid) throws IOException, InterruptedException {
    Map<String, Long> rooms = new TreeMap<>();
    CLASS
        .matcher(jcmd(Long.toString(pid), "GC.class_histogram"))
        .results()
        .forEach(c -> rooms.merge(room(c.group(2)), Long.parseLong(c.group(1)), Long::sum));
    if (rooms.isEmpty()) {
      throw new IOException("jcmd " + pid + " told no classes");
    }
    return rooms;
  }

  private static String room(String type) {
    if (type.startsWith(OURS)) {
      return type.substring(0, type.lastIndexOf('.'));
    }
    if (type.startsWith("io.netty.")) {
      return "Netty";
    }
    boolean gatling = type.startsWith("io.gatling.") || type.startsWith("scala.");
    return gatling ? "Gatling" : "Java's own: arrays, strings, collections";
  }

  /**
   * Bytes of the process in memory: the least of some looks, each after a full collection and after
   * memory that C has freed was given back. While Java compiles, it has tens of megabytes more.
   */
  static long resident(long pid) throws IOException, InterruptedException {
    long least = Long.MAX_VALUE;
    for (int look = 0; look < LOOKS; look++) {
      jcmd(Long.toString(pid), "GC.run");
      jcmd(Long.toString(pid), "System.trim_native_heap");
      least = Math.min(least, residentNow(pid));
    }
    return least;
  }

  private static long residentNow(long pid) throws IOException {
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
