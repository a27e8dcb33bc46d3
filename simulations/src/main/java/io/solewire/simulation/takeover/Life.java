package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.RunClock;
import io.solewire.load.LoadPlan;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long a load goes on: until its plan is over, it is interrupted, or the target is gone.
 * Thread-safe.
 */
final class Life {

  /** Newcomers that are later than this after the end of the plan do not come any more. */
  private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

  /** A target to which nobody can connect for this long is gone. */
  private static final long GONE = TimeUnit.SECONDS.toNanos(1);

  private static final int LEAST_FAILURES = 3;

  private final RunClock clock;
  private final LoadPlan plan;
  private volatile long origin = NEVER;
  private boolean letIn;
  private long failing;
  private int failures;
  private boolean interrupted;
  private String lost;

  Life(RunClock clock, LoadPlan plan) {
    this.clock = clock;
    this.plan = plan;
  }

  synchronized void begin(long t0) {
    origin = t0;
  }

  long origin() {
    return origin;
  }

  synchronized boolean isOver() {
    boolean planOver = origin != NEVER && clock.nanos() > origin + plan.length() + GRACE;
    return planOver || interrupted || lost != null;
  }

  synchronized void interrupt() {
    interrupted = true;
  }

  synchronized boolean isInterrupted() {
    return interrupted;
  }

  /** The target let somebody in. */
  synchronized void alive() {
    letIn = true;
    failures = 0;
  }

  /** No TCP connection came about. */
  synchronized void unreachable(String why) {
    failing = failures == 0 ? clock.nanos() : failing;
    failures++;
    if (failures >= LEAST_FAILURES && clock.nanos() - failing > GONE) {
      lose(why);
    }
  }

  synchronized void lose(String why) {
    String how = !letIn ? "it let nobody in: " : "it was lost under load: ";
    lost = lost == null ? how + why : lost;
  }

  /** The target lets nobody in from the beginning. */
  synchronized void shut(String why) {
    lost = lost == null ? why : lost;
  }

  /** Why the target is gone. */
  synchronized Optional<String> lost() {
    return Optional.ofNullable(lost);
  }
}
