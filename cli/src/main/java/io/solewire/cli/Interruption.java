package io.solewire.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes Ctrl-C and SIGTERM end a command in order: what it does is cut short, its report is
 * written, what it started is stopped, and only then does the process end, with the command's exit
 * code. Does nothing before {@link #arm}. Thread-safe; for one command.
 */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger(130);
  private final Thread hook = new Thread(this::interrupted, "interrupted");
  private Runnable cut = () -> {};
  private boolean armed;
  private boolean happened;

  /** From now on the process outlives an interrupt until {@link #close}. */
  synchronized void arm() {
    if (armed) {
      return;
    }
    armed = true;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** True once there was an interrupt. */
  synchronized boolean happened() {
    return happened;
  }

  /** An interrupt does this; at once, if it has happened already. */
  synchronized void cutBy(Runnable action) {
    cut = action;
    if (happened) {
      action.run();
    }
  }

  private synchronized void cutNow() {
    happened = true;
    cut.run();
  }

  private void interrupted() {
    cutNow();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("solewire: the report could not be written within 20 s");
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(exitCode.get());
  }

  /** The command has done everything that it does. */
  void endWith(int code) {
    exitCode.set(code);
  }

  @Override
  public synchronized void close() {
    finished.countDown();
    if (!armed) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ignored) {
      // the hook is running and has just been told
    }
  }
}
