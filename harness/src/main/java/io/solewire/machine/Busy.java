package io.solewire.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the processors of the whole machine have worked, for whomever (Linux, {@code
 * /proc/stat}; elsewhere nothing is known). Immutable.
 *
 * @param stat the kernel's file
 * @param processors how many there are
 */
record Busy(Path stat, int processors) {

  /** The unit of the file: a hundredth of a second on every Linux that Java runs on. */
  private static final long TICK_NANOS = 10_000_000;

  /** Of the columns user, nice, system, idle, iowait, irq, softirq, steal; guests are in user. */
  private static final int[] WORK = {1, 2, 3, 6, 7, 8};

  /** Of this machine. */
  static Busy ofMachine() {
    Path stat = Path.of("/proc/stat");
    return new Busy(stat, Math.max(count(stat), Runtime.getRuntime().availableProcessors()));
  }

  /** All of the machine, of which a container may have fewer. */
  private static int count(Path stat) {
    try {
      return (int) Files.readAllLines(stat).stream().filter(l -> l.matches("cpu\\d+ .*")).count();
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  /** Since the machine was started, of all processors together; 0 if it is not known. */
  long nanos() {
    try {
      String[] words = Files.readAllLines(stat).get(0).split(" +");
      long ticks = 0;
      for (int column : WORK) {
        ticks += Long.parseLong(words[column]);
      }
      return ticks * TICK_NANOS;
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}
