package io.solewire.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes Ctrl-C and SIGTERM end a run in order: the run is cut short, its report is written, and the
 * process ends with the run's exit code. Thread-safe; for one run.
 */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 15;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger(130);
  private final Runnable cut;
  private final Thread hook = new Thread(this::interrupted, "interrupted");

  Interruption(Runnable cut) {
    this.cut = cut;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupted() {
    cut.run();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("solewire: the report could not be written within 15 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    Runtime.getRuntime().halt(exitCode.get());
  }

  /** Says what the process is to end with. */
  void endWith(int code) {
    exitCode.set(code);
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ignored) {
      // the hook is running and has just been told
    }
  }
}
