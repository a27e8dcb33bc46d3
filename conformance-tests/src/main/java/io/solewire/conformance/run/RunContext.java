package io.solewire.conformance.run;

import io.solewire.conformance.stage.Shared;
import io.solewire.history.CaseFold;
import io.solewire.history.History;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import io.solewire.record.CaseInterruptedException;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the cases of one run share, found by JUnit's extension through a configuration parameter,
 * because the Launcher hands on nothing but text. Thread-safe.
 */
final class RunContext implements AutoCloseable {

  /** The configuration parameter that names the run. */
  static final String PARAMETER = "solewire.run";

  /** So many flooded cases are enough to know, and memory is not for more. */
  private static final int MOST_FLOODED = 3;

  private static final Map<String, RunContext> OPEN = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final History history;
  private final Shared shared;
  private final Conclusion conclusion;
  private final RunListener listener;
  private final Queue<CaseResult> results = new ConcurrentLinkedQueue<>();
  private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
  private final Set<CaseRun> unfinished = ConcurrentHashMap.newKeySet();
  private final HardLimits limits;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(RunContext::watchdog);
  private final AtomicInteger floods = new AtomicInteger();
  private volatile String flooded;
  private volatile boolean cut;
  private volatile boolean interrupted;
  private volatile long interruptedAt;
  private volatile long progressAt = System.nanoTime();
  private volatile long cutAt;

  RunContext(
      History history,
      Shared shared,
      Conclusion conclusion,
      RunListener listener,
      HardLimits limits) {
    this.limits = limits;
    this.history = history;
    this.shared = shared;
    this.conclusion = conclusion;
    this.listener = listener;
    OPEN.put(id, this);
  }

  static Optional<RunContext> find(String id) {
    return Optional.ofNullable(OPEN.get(id));
  }

  String id() {
    return id;
  }

  Profile profile() {
    return conclusion.profile();
  }

  /** Why a case cannot be judged here; empty if it can. */
  Optional<String> missing(CaseInfo info) {
    boolean notOurs = info.restarts() && shared.control().isEmpty();
    Optional<String> start =
        notOurs
            ? Optional.of("needs the profile key start, and a target started by it")
            : Optional.empty();
    return info.missing(profile()).or(() -> start);
  }

  History history() {
    return history;
  }

  /** What the users of a case did and saw. */
  List<UserTraces> folded(String caseId) {
    CaseFold fold = new CaseFold();
    history.events().getOrDefault(caseId, List.of()).forEach(fold::accept);
    return fold.users();
  }

  Shared shared() {
    return shared;
  }

  Conclusion conclusion() {
    return conclusion;
  }

  RunListener listener() {
    return listener;
  }

  Queue<CaseResult> results() {
    return results;
  }

  HardLimits limits() {
    return limits;
  }

  /** A case begins, or one that never did is given up. */
  void begun(CaseRun caseRun) {
    unfinished.add(caseRun);
  }

  /** The cases that have begun and not ended. */
  Set<CaseRun> unfinished() {
    return Set.copyOf(unfinished);
  }

  void finished(CaseRun caseRun, CaseResult result) {
    progressAt = System.nanoTime();
    unfinished.remove(caseRun);
    results.add(result);
    listener.finished(result);
  }

  private static Thread watchdog(Runnable body) {
    Thread thread = new Thread(body, "solewire-hard-limit");
    thread.setDaemon(true);
    return thread;
  }

  /** A case was given up because the server flooded it; after some, the rest are not begun. */
  void flooded(String what) {
    flooded = what;
    floods.incrementAndGet();
  }

  /**
   * Runs a script on the calling thread, so that {@link #interrupt} reaches it.
   *
   * @throws CaseInterruptedException if the server has flooded too many cases before
   */
  void atWork(Runnable script) {
    if (floods.get() >= MOST_FLOODED) {
      throw new CaseInterruptedException("not begun, as in earlier cases " + flooded);
    }
    atWork.add(Thread.currentThread());
    if (cut) {
      Thread.currentThread().interrupt();
    }
    shared.machine().enter();
    Thread thread = Thread.currentThread();
    ScheduledFuture<?> limit =
        watchdog.schedule(thread::interrupt, limits.ofCase().toMillis(), TimeUnit.MILLISECONDS);
    try {
      script.run();
    } finally {
      limit.cancel(false);
      shared.machine().leave();
      atWork.remove(Thread.currentThread());
      Thread.interrupted();
    }
  }

  void interrupt() {
    interruptedAt = history.clock().nanos();
    interrupted = true;
    cut();
  }

  /** Stops every script at its next wait; no further case begins. */
  void cut() {
    if (!cut) {
      cutAt = System.nanoTime();
    }
    cut = true;
    atWork.forEach(Thread::interrupt);
  }

  /** True if no further case is to begin. */
  boolean isCut() {
    return cut;
  }

  /** True if no case has ended for longer than any may take. */
  boolean standsStill() {
    return System.nanoTime() - progressAt > limits.standstill().toNanos();
  }

  /** True if it was cut, and what was interrupted has had its time to end. */
  boolean isOverdue() {
    return cut && System.nanoTime() - cutAt > limits.afterInterrupt().toNanos();
  }

  /** When it was interrupted, if it was. */
  long interruptedAt() {
    return interruptedAt;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    OPEN.remove(id);
  }
}
