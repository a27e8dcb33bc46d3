package io.solewire.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many threads of the whole machine want a processor (Linux, {@code /proc/loadavg}; elsewhere
 * nothing is known). For one thread.
 */
final class Crowd {

  private static final Path LOAD = Path.of("/proc/loadavg");

  /** Up to so many for each processor a thread gets its turn soon. */
  private static final int FEW = 2;

  private static final int RUNNABLE = 3;

  private final int processors;

  Crowd(int processors) {
    this.processors = processors;
  }

  /** The share of its time that a thread with work to do waits, beyond what is usual; 0 to 1. */
  double waiting() {
    int runnable = runnable();
    int few = FEW * processors;
    return runnable <= few ? 0 : (double) (runnable - few) / runnable;
  }

  /** This one included; 0 if it is not known. */
  private static int runnable() {
    try {
      String[] words = Files.readString(LOAD).split(" ");
      return Integer.parseInt(words[RUNNABLE].substring(0, words[RUNNABLE].indexOf('/')));
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}
