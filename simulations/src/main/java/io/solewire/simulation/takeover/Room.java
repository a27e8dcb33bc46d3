package io.solewire.simulation.takeover;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections may be open at a time, and who waits for one to end. Thread-safe. Nobody is
 * promised a place: who is called looks again, and may have to wait again.
 */
final class Room {

  /** The load may be over meanwhile, and nobody leave any more. */
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final int most;
  private final AtomicInteger open = new AtomicInteger();
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  Room(int most) {
    this.most = most;
  }

  /** True if one more finds room; asking takes none. */
  boolean isFree() {
    return open.get() < most;
  }

  /** How many are open. */
  int taken() {
    return open.get();
  }

  void enter() {
    open.incrementAndGet();
  }

  void leave() {
    open.decrementAndGet();
    call();
  }

  /**
   * Waits until somebody has left, in turn, or for a tenth of a second.
   *
   * @param loop on which it goes on
   * @param then looks again
   */
  void await(EventLoop loop, Runnable then) {
    Waiting one = new Waiting(loop, then);
    synchronized (waiting) {
      while (!waiting.isEmpty() && waiting.peek().over.get()) {
        waiting.poll();
      }
      waiting.add(one);
    }
    loop.schedule(one::tired, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    passOn(); // there may be room since before anybody knew of this one
  }

  /** Somebody who may have been called does not come: the place is another's. */
  void passOn() {
    if (isFree()) {
      call();
    }
  }

  private void call() {
    synchronized (waiting) {
      Waiting first = waiting.poll();
      while (first != null && !first.called()) {
        first = waiting.poll();
      }
    }
  }

  private static final class Waiting {
    private final EventLoop loop;
    private final Runnable then;
    private final AtomicBoolean over = new AtomicBoolean();

    Waiting(EventLoop loop, Runnable then) {
      this.loop = loop;
      this.then = then;
    }

    boolean called() {
      if (!over.compareAndSet(false, true)) {
        return false;
      }
      try {
        loop.execute(then);
        return true;
      } catch (RejectedExecutionException e) { // Gatling ends, and that loop has ended before ours
        return false;
      }
    }

    void tired() {
      if (over.compareAndSet(false, true)) {
        then.run();
      }
    }
  }
}
