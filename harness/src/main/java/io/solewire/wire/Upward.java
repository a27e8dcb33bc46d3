package io.solewire.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The direction from the client to the server: whole units (the request's head, then one frame
 * after the other), so that the last byte of any one can be held back. Thread-safe.
 */
final class Upward {

  /** A write that takes longer is blocked, and has met no error. */
  private static final long WRITE_MILLIS = 50;

  private final Wire wire;
  private final OutputStream out;
  private final int holdStep;
  private final HttpHead head = new HttpHead();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final ReentrantLock writing = new ReentrantLock();
  private int dataFrames;
  private Runnable stamp;
  private byte[] lastByte;
  private volatile boolean silent;

  Upward(Wire wire, OutputStream out, int holdStep) {
    this.wire = wire;
    this.out = out;
    this.holdStep = holdStep;
  }

  /** Relays until the client ends; on the calling thread. */
  void relay(InputStream in) {
    FrameSplitter frames = new FrameSplitter(this::frame);
    byte[] buffer = new byte[1 << 14];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        int at = 0;
        if (!head.complete()) {
          at = head.read(buffer, 0, n);
          if (head.complete()) {
            forward(head.bytes(), holdStep == 0, () -> wire.tap().requestSent(now()));
          }
        }
        frames.read(buffer, at, n);
      }
    } catch (IOException e) {
      // the client hung up, which is absorbed
    }
    wire.clientEnded();
  }

  private void frame(Frame frame, byte[] raw) {
    boolean data = !frame.opcode().isControl();
    dataFrames += data ? 1 : 0;
    boolean hold = data && holdStep > 0 && dataFrames == holdStep;
    forward(raw, hold, () -> wire.tap().frameOut(now(), frame));
  }

  private void forward(byte[] unit, boolean hold, Runnable stamped) {
    if (!hold) {
      write(unit, stamped);
      return;
    }
    write(Arrays.copyOf(unit, unit.length - 1), () -> {});
    byte[] last = {unit[unit.length - 1]};
    boolean tooLate;
    synchronized (held) {
      tooLate = released.getCount() == 0;
      stamp = tooLate ? null : stamped;
      lastByte = tooLate ? null : last;
    }
    if (tooLate) {
      write(last, stamped);
      return;
    }
    wire.tap().held(now());
    held.countDown();
    awaitRelease();
  }

  void release() {
    byte[] bytes;
    Runnable stamped;
    synchronized (held) {
      bytes = lastByte;
      stamped = stamp;
      lastByte = null;
      if (bytes == null) {
        released.countDown();
      }
    }
    if (bytes != null && !wire.isEnded()) {
      write(bytes, stamped);
    }
    released.countDown();
  }

  boolean awaitHeld(Duration bound) throws InterruptedException {
    return held.await(bound.toNanos(), TimeUnit.NANOSECONDS);
  }

  void silence() {
    silent = true;
  }

  void write(byte[] bytes) {
    write(bytes, () -> {});
  }

  private void write(byte[] bytes, Runnable stamped) {
    writing.lock();
    try {
      if (silent || wire.isEnded()) {
        return;
      }
      stamped.run();
      out.write(bytes);
      out.flush();
    } catch (SocketException e) {
      String why = String.valueOf(e.getMessage());
      if (why.contains("reset")) {
        wire.writeMetReset();
      }
    } catch (IOException e) {
      // the server ended TLS; the reading side tells how
    } finally {
      writing.unlock();
    }
  }

  /**
   * Waits a moment for a write that is under way: if it met a reset, the reading side of the socket
   * sees no error any more but the end of the stream.
   */
  void awaitWrite() {
    try {
      if (writing.tryLock(WRITE_MILLIS, TimeUnit.MILLISECONDS)) {
        writing.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long now() {
    return wire.clock().nanos();
  }
}
