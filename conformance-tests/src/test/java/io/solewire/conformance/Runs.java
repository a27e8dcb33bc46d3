package io.solewire.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several runs side by side. Stateless. */
final class Runs {

  /** How many; a run waits more than it works. */
  static final int AT_ONCE = Integer.getInteger("solewire.matrix.at-once", 4);

  private Runs() {}

  /** Something that is done with one of many. */
  interface Run<T> {
    void of(T one) throws Exception;
  }

  /** Does something with each; what fails first is thrown when all have ended. */
  static <T> void each(Collection<T> all, Run<T> run) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    Throwable failure = null;
    try {
      List<Future<?>> running = new ArrayList<>();
      for (T one : all) {
        running.add(
            threads.submit(
                () -> {
                  run.of(one);
                  return null;
                }));
      }
      for (Future<?> each : running) {
        try {
          each.get();
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
        }
      }
    } finally {
      threads.shutdownNow();
    }
    if (failure != null) {
      throw new IllegalStateException("a run could not be made", failure);
    }
  }
}
