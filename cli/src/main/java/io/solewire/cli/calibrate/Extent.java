package io.solewire.cli.calibrate;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured. Immutable.
 *
 * @param delaysMs the known delays, milliseconds
 * @param levels how busy the instrument is
 * @param users population of each load
 * @param lowRate newcomers per second at the low level
 * @param atOnce newcomers that are on their way at a time while the capacity is measured
 * @param warmupMs discarded time of each load, milliseconds
 * @param durationMs measured time of each load, milliseconds
 * @param within no load is begun later than this after the first one
 */
public record Extent(
    List<Integer> delaysMs,
    List<Level> levels,
    int users,
    double lowRate,
    int atOnce,
    long warmupMs,
    long durationMs,
    Duration within) {

  /** Of a load, besides its plan: its process, its population, its end, and what is compared. */
  private static final long OVERHEAD_MS = 6_000;

  /** What the command measures; about four minutes. */
  public static final Extent USUAL =
      new Extent(
          List.of(0, 1, 5, 20),
          List.of(Level.values()),
          1_000,
          100,
          64,
          5_000,
          7_000,
          Duration.ofMinutes(6));

  /** Copies the lists. */
  public Extent {
    delaysMs = List.copyOf(delaysMs);
    levels = List.copyOf(levels);
  }

  /** How long it takes where nothing disturbs. */
  public Duration about() {
    return Duration.ofMillis((warmupMs + durationMs + OVERHEAD_MS) * (cells() + 1L));
  }

  /** The low level is the same everywhere. */
  boolean asksForCapacity() {
    return levels.stream().anyMatch(level -> level != Level.LOW);
  }

  int cells() {
    return delaysMs.size() * levels.size();
  }
}
