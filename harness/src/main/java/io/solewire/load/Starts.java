package io.solewire.load;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.result.Readings;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How late the generator began newcomers, as a history tells it. Not thread-safe. A newcomer is
 * begun before its connect: what TCP, TLS and the dialogue take until the server is asked is no
 * lateness of the generator. Histories of older releases do not tell it.
 */
public final class Starts {

  private static final int DIGITS = 3;
  private static final String MICROS = "\\d{1,12}";

  private final Histogram late = new Histogram(DIGITS);
  private long lastBegun;
  private long lastPlanned;

  /**
   * What is told of a newcomer beside the instant of the plan.
   *
   * @param phase of the plan
   * @param late how much later it was begun, nanoseconds
   * @return of the event that says when it was planned: microseconds as its text
   */
  public static Detail planned(String phase, long late) {
    return Detail.named(phase, Long.toString(TimeUnit.NANOSECONDS.toMicros(Math.max(0, late))));
  }

  /** The same without what is each newcomer's own, of which there may be millions. */
  static Detail shared(Event event) {
    Detail detail = event.detail();
    return event.kind() == EventKind.PLANNED && detail.text() != null
        ? Detail.named(detail.name())
        : detail;
  }

  /** Takes in when a newcomer was planned, and begun. */
  void accept(Event planned) {
    String text = planned.detail().text();
    if (text == null || !text.matches(MICROS)) {
      return;
    }
    long nanos = TimeUnit.MICROSECONDS.toNanos(Long.parseLong(text));
    late.recordValue(nanos);
    lastPlanned = Math.max(lastPlanned, planned.t());
    lastBegun = Math.max(lastBegun, planned.t() + nanos);
  }

  /**
   * The same as readings of event loops: a newcomer comes at its instant, whatever the loop does,
   * and is begun late by as much as anything else that was due then.
   */
  Readings readings() {
    return late.getTotalCount() == 0
        ? Readings.NONE
        : new Readings(
            null,
            null,
            null,
            null,
            micros(late.getValueAtPercentile(50)),
            micros(late.getValueAtPercentile(90)),
            micros(late.getValueAtPercentile(99)),
            micros(late.getValueAtPercentile(99.9)),
            micros(late.getMaxValue()),
            micros(Math.round(late.getMean())),
            null,
            null,
            null,
            null);
  }

  private static long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }

  /** How much later than planned the last one was begun, nanoseconds; empty if nobody knows. */
  Optional<Long> overrun() {
    return late.getTotalCount() == 0
        ? Optional.empty()
        : Optional.of(Math.max(0, lastBegun - lastPlanned));
  }
}
