package io.solewire.conformance.run;

import io.solewire.conformance.stage.Shared;
import io.solewire.history.History;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
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

/**
 * What the cases of one run share, found by JUnit's extension through a configuration parameter,
 * because the Launcher hands on nothing but text. Thread-safe.
 */
final class RunContext implements AutoCloseable {

  /** The configuration parameter that names the run. */
  static final String PARAMETER = "solewire.run";

  private static final Map<String, RunContext> OPEN = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final History history;
  private final Shared shared;
  private final Conclusion conclusion;
  private final RunListener listener;
  private final Queue<CaseResult> results = new ConcurrentLinkedQueue<>();
  private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(RunContext::watchdog);
  private volatile boolean interrupted;
  private volatile long interruptedAt;

  RunContext(History history, Shared shared, Conclusion conclusion, RunListener listener) {
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

  void finished(CaseResult result) {
    results.add(result);
    listener.finished(result);
  }

  private static Thread watchdog(Runnable body) {
    Thread thread = new Thread(body, "solewire-hard-limit");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs a script on the calling thread, so that {@link #interrupt} reaches it. */
  void atWork(Runnable script) {
    atWork.add(Thread.currentThread());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    shared.machine().enter();
    Thread thread = Thread.currentThread();
    ScheduledFuture<?> limit =
        watchdog.schedule(thread::interrupt, shared.budget().pick(120, 900), TimeUnit.SECONDS);
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
    atWork.forEach(Thread::interrupt);
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
