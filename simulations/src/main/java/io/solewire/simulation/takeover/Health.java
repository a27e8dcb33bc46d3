package io.solewire.simulation.takeover;

import io.solewire.history.Trace;
import io.solewire.result.LoadResult;
import io.solewire.simulation.metrics.LoadCounters;
import io.solewire.simulation.watch.Machine;
import io.solewire.simulation.watch.Watch;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** How the measuring side does, and what went wrong on it. Thread-safe. */
final class Health {

  private final Watch watch;
  private final LoadCounters counters = new LoadCounters();
  private volatile String reason;
  private volatile String firstFailure;
  private volatile boolean lastIsTheirs = true;
  private volatile String lastFailure = "";

  Health(Watch watch) {
    this.watch = watch;
  }

  /** Says when the measured time is, nanoseconds from now and long. */
  void watch(Collection<? extends ScheduledExecutorService> loops, long warmUp, long length) {
    watch.watch(loops, warmUp, length);
  }

  /** A newcomer was started so late, nanoseconds; only those of the measured time are told. */
  void started(long late, boolean measured) {
    counters.started(measured);
    if (measured) {
      watch.started(late);
    }
  }

  /** What became of newcomers and their incumbents. */
  LoadCounters counters() {
    return counters;
  }

  Watch watch() {
    return watch;
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
    return watch.generator(reason);
  }
}
