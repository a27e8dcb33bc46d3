package io.solewire.simulation.watch;

import io.solewire.result.LoadResult.Generator;
import io.solewire.result.Readings;
import io.solewire.result.Readings.Usage;
import io.solewire.simulation.watch.Peaks.Thing;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The generator of a load, watched by itself over the measured time. Thread-safe. What is a sum is
 * read at its begin and end; what rises and falls is read four times a second on a thread of its
 * own; how late the event loops are, they say themselves.
 */
public final class Watch {

  private static final long PERIOD_MILLIS = 250;

  /** Counting descriptors takes the kernel some milliseconds when there are 20,000. */
  private static final int DESCRIPTORS_EVERY = 4;

  private static final int DIGITS = 3;

  private final Gauges gauges;
  private final Held held;
  private final GcPauses pauses;
  private final LoopLag lag;
  private final ConcurrentHistogram starts = new ConcurrentHistogram(DIGITS);
  private final Peaks peaks = new Peaks();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          body -> {
            Thread thread = new Thread(body, "solewire-watch");
            thread.setDaemon(true);
            return thread;
          });
  private Totals begin;
  private Totals end;
  private int samples;

  Watch(Gauges gauges, Held held, GcPauses pauses) {
    this.gauges = gauges;
    this.held = held;
    this.pauses = pauses;
    this.lag = new LoopLag(gauges::nanos);
  }

  /**
   * Makes one; nothing is watched yet.
   *
   * @param held what the load holds
   * @param addresses that its connections come from, each of which has ports of its own
   * @return of this process and machine
   */
  public static Watch ofThisProcess(Held held, int addresses) {
    return new Watch(new ThisProcess(addresses), held, GcPauses.ofThisProcess());
  }

  /**
   * Says when the measured time is. It begins and ends by a timer of its own and by heartbeats that
   * are due beforehand: a loop that stands still when it begins does not put that off.
   *
   * @param loops on which latencies are measured
   * @param warmUp until it begins, nanoseconds from now
   * @param length how long it is, nanoseconds
   */
  public void watch(
      Collection<? extends ScheduledExecutorService> loops, long warmUp, long length) {
    lag.end(warmUp + length);
    for (ScheduledExecutorService loop : loops) {
      lag.watch((task, nanos) -> schedule(loop, task, nanos), warmUp);
    }
    timer.schedule(this::begin, warmUp, TimeUnit.NANOSECONDS);
    timer.schedule(this::end, warmUp + length, TimeUnit.NANOSECONDS);
  }

  /** The measured time begins: what came before does not count. */
  synchronized void begin() {
    if (end == null) {
      begin = Totals.of(gauges);
      pauses.begin(gauges.uptimeMillis());
      timer.scheduleAtFixedRate(this::sample, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** A loop that has come to its end has no lag. */
  private static void schedule(ScheduledExecutorService loop, Runnable task, long nanos) {
    try {
      loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // the load is over
    }
  }

  /** The measured time is over. Only the first call counts. */
  synchronized void end() {
    if (end == null) {
      timer.shutdown();
      lag.end(0);
      see(true);
      end = Totals.of(gauges);
    }
  }

  /** A newcomer of the measured time was started so late, nanoseconds. */
  public void started(long late) {
    starts.recordValue(Math.max(0, late));
  }

  /** How late newcomers were started so far, nanoseconds. A copy. */
  public Histogram startLag() {
    return starts.copy();
  }

  /** How late the event loops were so far, nanoseconds. A copy. */
  public Histogram loopLag() {
    return lag.lags();
  }

  private synchronized void sample() {
    if (end == null) {
      see(samples++ % DESCRIPTORS_EVERY == 0);
    }
  }

  /** How often what rises and falls was read. */
  synchronized int samples() {
    return samples;
  }

  private void see(boolean all) {
    if (all) {
      gauges.descriptors().ifPresent(now -> peaks.see(Thing.DESCRIPTORS, now));
    }
    gauges.waitingPorts().ifPresent(now -> peaks.see(Thing.PORTS, withOurs(now)));
    gauges.table().ifPresent(now -> peaks.see(Thing.CONNTRACK, now));
    peaks.see(Thing.BACKLOG, new Usage(held.backlog().getAsLong(), held.mostBacklog()));
  }

  private Usage withOurs(Usage waiting) {
    return new Usage(waiting.used() + held.connections().getAsLong(), waiting.limit());
  }

  /**
   * What was seen; the measured time is over with it.
   *
   * @param doubt why the numbers cannot be trusted, if the load itself knows of a reason; null if
   *     not
   * @return the measuring side, judged by nothing else
   */
  public synchronized Generator generator(String doubt) {
    end();
    Totals since = begin == null ? end : begin;
    return new Generator(
        doubt == null,
        end.cpuSince(since),
        end.gcMs() - since.gcMs(),
        TimeUnit.NANOSECONDS.toMicros(starts.getValueAtPercentile(99)),
        doubt,
        null,
        readings(since));
  }

  private Readings readings(Totals since) {
    Histogram lags = lag.lags();
    boolean watched = lags.getTotalCount() > 0;
    return new Readings(
        end.busySince(since),
        end.stolenSince(since),
        begin == null ? null : pauses.longestMs(),
        end.compiledSince(since),
        watched ? micros(lags.getValueAtPercentile(50)) : null,
        watched ? micros(lags.getValueAtPercentile(90)) : null,
        watched ? micros(lags.getValueAtPercentile(99)) : null,
        watched ? micros(lags.getValueAtPercentile(99.9)) : null,
        watched ? micros(lags.getMaxValue()) : null,
        watched ? micros(Math.round(lags.getMean())) : null,
        peaks.of(Thing.DESCRIPTORS),
        peaks.of(Thing.PORTS),
        peaks.of(Thing.CONNTRACK),
        peaks.of(Thing.BACKLOG));
  }

  private static Long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }
}
