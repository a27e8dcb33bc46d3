package io.solewire.conformance.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.ResponseItem;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the engine says while it works, and what it could not do. Thread-safe.
 *
 * @param <T> what it says
 */
final class Progress<T extends ResponseItem> extends ResultCallback.Adapter<T> {

  private final Log log;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile String failure;

  /** Makes one that writes to a log. */
  Progress(Log log) {
    this.log = log;
  }

  @Override
  public void onNext(T item) {
    log.add(item.getStream());
    if (item.isErrorIndicated()) {
      failure = item.getErrorDetail().getMessage();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    failure = Engine.cause(thrown);
    super.onError(thrown);
    ended.countDown();
  }

  @Override
  public void onComplete() {
    super.onComplete();
    ended.countDown();
  }

  /**
   * Waits a little. The waiting methods of the class above close the connection when they time out.
   *
   * @param millis how long at most
   * @return true if the work has ended, well or not
   */
  boolean hasEnded(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  /** What went wrong; only asked once it has ended. */
  Optional<String> failure() {
    return Optional.ofNullable(failure).map(String::strip);
  }
}
