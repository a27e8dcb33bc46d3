package io.solewire.result;

import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.judge.Finding;
import java.util.Map.Entry;
import java.util.TreeMap;

/**
 * When the machine of the harness stood still: a thread that asked to be woken was woken late.
 * Whoever was late then need not have been the server. Not thread-safe while it takes in events.
 */
public final class Sleeps {

  /** The segment that says so. */
  public static final String SEGMENT = Losses.RUN + "asleep";

  /** The name of the event, at the end of the sleep; its text is how long, in microseconds. */
  public static final String ASLEEP = "asleep";

  private static final int LONGEST_TEXT = 12;

  private final TreeMap<Long, Long> byEnd = new TreeMap<>();
  private long longest;

  /** Takes in an event; what is no sleep is passed over. */
  public void accept(Event event) {
    String text = event.detail().text();
    if (event.kind() == EventKind.FAULT
        && ASLEEP.equals(event.detail().name())
        && text != null
        && !text.isEmpty()
        && text.length() <= LONGEST_TEXT
        && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      add(event.t(), Long.parseLong(text) * 1_000L);
    }
  }

  /**
   * Takes in a sleep.
   *
   * @param end when it ended, nanoseconds of the run
   * @param nanos how long it was
   */
  public synchronized void add(long end, long nanos) {
    byEnd.merge(end, nanos, Math::max);
    longest = Math.max(longest, nanos);
  }

  /**
   * Who is late while the harness's own machine stands still is not known to be late.
   *
   * @param finding any
   * @return the same, withdrawn if it speaks of a deadline that was missed by no more than what was
   *     slept meanwhile
   */
  public Finding weighed(Finding finding) {
    Finding.Missed missed = finding.missed();
    if (!finding.isBad() || missed == null) {
      return finding;
    }
    long slept = during(missed.since(), missed.seen());
    return slept <= missed.seen() - missed.deadline()
        ? finding
        : finding.withdrawn(
            "the harness's machine stood still for "
                + slept / 1_000_000
                + " ms of this, so it is open who was late; beside that: "
                + finding.actual());
  }

  /** How much of an interval was slept, in nanoseconds. */
  public synchronized long during(long from, long to) {
    long slept = 0;
    long last = to > Long.MAX_VALUE - longest ? Long.MAX_VALUE : to + longest;
    for (Entry<Long, Long> sleep : byEnd.subMap(from, true, last, true).entrySet()) {
      long begin = Math.max(from, sleep.getKey() - sleep.getValue());
      slept += Math.max(0, Math.min(to, sleep.getKey()) - begin);
    }
    return slept;
  }
}
