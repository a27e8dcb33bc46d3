package io.solewire.simulation.takeover;

import com.sun.management.OperatingSystemMXBean;
import io.solewire.history.Trace;
import io.solewire.result.LoadResult;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** How the measuring side does. Thread-safe. */
final class Health {

  private static final int DIGITS = 3;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ConcurrentHistogram lag = new ConcurrentHistogram(DIGITS);
  private final LongAdder started = new LongAdder();
  private final LongAdder evicted = new LongAdder();
  private long cpuAtBegin;
  private long gcAtBegin;
  private long begin;
  private volatile String reason;
  private volatile String firstFailure;
  private volatile boolean lastIsTheirs = true;
  private volatile String lastFailure = "";

  /** The measured time begins: what came before does not count. */
  void begin() {
    lag.reset();
    begin = System.nanoTime();
    cpuAtBegin = system.getProcessCpuTime();
    gcAtBegin = collected();
    Machine.fullTable().ifPresent(this::doubt);
  }

  void started(long late) {
    started.increment();
    lag.recordValue(Math.max(0, late));
  }

  void evicted() {
    evicted.increment();
  }

  long startedSoFar() {
    return started.sum();
  }

  long evictedSoFar() {
    return evicted.sum();
  }

  /** The first reason not to trust the numbers counts. */
  void doubt(String why) {
    if (reason == null) {
      reason = why;
    }
  }

  /** Why no TCP connection came about. */
  String explain(Throwable cause) {
    Optional<String> exhausted = Machine.exhausted(cause);
    exhausted.ifPresent(this::doubt);
    String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String theirs = text.contains("Connection refused") ? "connection refused" : text;
    String why = exhausted.orElse(theirs);
    lastIsTheirs = exhausted.isEmpty();
    firstFailure = firstFailure == null ? why : firstFailure;
    lastFailure = why;
    return why;
  }

  /** Why a newcomer was not admitted, for a row of Gatling's report. */
  String problem(Trace trace) {
    if (!trace.failure().isEmpty()) {
      return trace.failure();
    }
    Integer status = trace.refusal().status();
    String why = status == null ? "not admitted" : "HTTP " + status;
    firstFailure = firstFailure == null ? why : firstFailure;
    return why;
  }

  /** Why the first connect that failed did. */
  String firstFailure() {
    return firstFailure == null ? "nobody knows why" : firstFailure;
  }

  /** Why the last connect that failed did. */
  String lastFailure() {
    return lastFailure;
  }

  /** False if it was this machine that had no more connections to give. */
  boolean lastFailureIsTheirs() {
    return lastIsTheirs;
  }

  LoadResult.Generator generator() {
    Machine.fullTable().ifPresent(this::doubt);
    double wall = Math.max(1, System.nanoTime() - begin);
    double cpu = (system.getProcessCpuTime() - cpuAtBegin) / wall / system.getAvailableProcessors();
    long lagUs = TimeUnit.NANOSECONDS.toMicros(lag.getValueAtPercentile(99));
    return new LoadResult.Generator(
        reason == null, Math.round(cpu * 100) / 100.0, collected() - gcAtBegin, lagUs, reason);
  }

  private static long collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
