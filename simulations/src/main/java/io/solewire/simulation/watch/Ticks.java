package io.solewire.simulation.watch;

import java.util.Optional;

/**
 * What all processors of a machine did since it was started, by the first line of {@code
 * /proc/stat} (proc(5)), in ticks of usually 10 ms. Immutable.
 *
 * @param all ticks of all processors
 * @param idle those in which they had nothing to do
 * @param stolen those that a hypervisor gave to other machines
 */
record Ticks(long all, long idle, long stolen) {

  /** From fewer ticks no share can be told. */
  private static final int LEAST = 20;

  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int STEAL = 8;

  /** Empty if the text is something else; kernels before 2.6.11 count no stolen ticks. */
  static Optional<Ticks> of(String stat) {
    String[] words = stat.lines().findFirst().orElse("").strip().split("\\s+");
    if (!words[0].equals("cpu") || words.length <= IO_WAIT) {
      return Optional.empty();
    }
    try {
      long all = 0;
      for (int i = 1; i < words.length && i <= STEAL; i++) {
        all += Long.parseLong(words[i]); // the rest, of guests, is in the first two
      }
      long idle = Long.parseLong(words[IDLE]) + Long.parseLong(words[IO_WAIT]);
      return Optional.of(
          new Ticks(all, idle, words.length > STEAL ? Long.parseLong(words[STEAL]) : 0));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Share of the time since then in which processors were busy or stolen; null if too short. */
  Double busySince(Ticks then) {
    return share(then, all - idle - (then.all - then.idle));
  }

  /** Share of the time since then that was stolen; null if that is too short to tell. */
  Double stolenSince(Ticks then) {
    return share(then, stolen - then.stolen);
  }

  private Double share(Ticks then, long part) {
    long whole = all - then.all;
    return whole < LEAST ? null : Math.min(1, Math.max(0, part / (double) whole));
  }
}
