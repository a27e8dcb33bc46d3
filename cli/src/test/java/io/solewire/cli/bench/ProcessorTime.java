package io.solewire.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The processor time that a process has taken so far, by what its threads do, from {@code /proc} of
 * Linux. Immutable.
 *
 * @param kinds of threads, and what each has taken
 */
record ProcessorTime(Map<String, Ticks> kinds) {

  /** What {@code /proc} counts in: see {@code sysconf(_SC_CLK_TCK)}. */
  static final double TICK_MICROS = 10_000;

  /** The kernel keeps 15 characters of a thread's name. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("event loops", "gatling-\\d.*|bare-.*|delay-.*|solewire-server.*|handshakes"),
          new Kind("history and judges", "solewire-scribe"),
          new Kind("compiler", "C[12] CompilerThre.*"),
          new Kind("collector", "(GC|G1) .*|VM Thread"),
          new Kind("everything else", ".*"));

  /** In the numbers of a thread behind its name, which may have any characters in it. */
  private static final int USER = 11;

  private static final int KERNEL = 12;

  private record Kind(String name, Pattern threads) {
    Kind(String name, String threads) {
      this(name, Pattern.compile(threads));
    }
  }

  /**
   * Processor time, in ticks.
   *
   * @param user in the program itself
   * @param kernel in the kernel for it
   */
  record Ticks(long user, long kernel) {

    static final Ticks NONE = new Ticks(0, 0);

    long both() {
      return user + kernel;
    }

    Ticks plus(Ticks other) {
      return new Ticks(user + other.user, kernel + other.kernel);
    }

    Ticks minus(Ticks other) {
      return new Ticks(user - other.user, kernel - other.kernel);
    }
  }

  /** What a process has taken so far; of threads that have ended nothing is known. */
  static ProcessorTime of(long pid) throws IOException {
    Map<String, Ticks> kinds = new TreeMap<>();
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      for (Path thread : threads.toList()) {
        try {
          String stat = Files.readString(thread.resolve("stat"));
          int end = stat.lastIndexOf(')');
          String name = stat.substring(stat.indexOf('(') + 1, end);
          String[] numbers = stat.substring(end + 2).split(" ");
          Ticks ticks = new Ticks(Long.parseLong(numbers[USER]), Long.parseLong(numbers[KERNEL]));
          kinds.merge(kind(name), ticks, Ticks::plus);
        } catch (NoSuchFileException e) {
          continue; // it has ended meanwhile
        }
      }
    }
    return new ProcessorTime(kinds);
  }

  private static String kind(String thread) {
    return KINDS.stream()
        .filter(kind -> kind.threads().matcher(thread).matches())
        .map(Kind::name)
        .findFirst()
        .orElseThrow();
  }

  /** What it took in between. */
  ProcessorTime since(ProcessorTime before) {
    Map<String, Ticks> between = new TreeMap<>();
    kinds.forEach(
        (kind, ticks) ->
            between.put(kind, ticks.minus(before.kinds.getOrDefault(kind, Ticks.NONE))));
    return new ProcessorTime(between);
  }

  /** All of it. */
  Ticks all() {
    return kinds.values().stream().reduce(Ticks.NONE, Ticks::plus);
  }
}
