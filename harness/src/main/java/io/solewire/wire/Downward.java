package io.solewire.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The direction from the server to the client. Reads until the server ends TCP, also after the
 * client has hung up. Thread-safe.
 */
final class Downward implements Runnable {

  /** Withheld bytes beyond this are dropped: the client is not going to miss them. */
  private static final int WITHHELD_LIMIT = 1 << 20;

  private final Wire wire;
  private final InputStream in;
  private final HttpHead head = new HttpHead();
  private final FrameReader frames = new FrameReader(this::frame);
  private final ByteArrayOutputStream withheld = new ByteArrayOutputStream();
  private OutputStream client;
  private boolean withholdClose;
  private boolean withholding;
  private boolean paused;
  private boolean answered;
  private boolean upgraded;
  private long readAt;

  Downward(Wire wire, InputStream in, boolean withholdClose) {
    this.wire = wire;
    this.in = in;
    this.withholdClose = withholdClose;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[1 << 16];
    try {
      while (awaitReading()) {
        int n = in.read(buffer);
        if (!awaitReading()) {
          return; // what came in while reading was stopped counts as unread
        }
        readAt = wire.clock().nanos();
        if (n < 0) {
          wire.serverFinished(readAt);
          return;
        }
        read(buffer, n);
        if (head.tooLong() || wire.tap().hasEnough()) {
          return;
        }
      }
    } catch (EOFException e) {
      wire.serverFinished(wire.clock().nanos());
    } catch (IOException e) {
      wire.serverEnded(true, wire.clock().nanos());
    }
  }

  private void read(byte[] buffer, int n) {
    if (wire.isEnded()) {
      return;
    }
    int at = answered ? 0 : readHead(buffer, n);
    if (!upgraded) {
      forward(buffer, 0, n);
      return;
    }
    int forwarded = 0;
    for (int i = at; i < n && withholdClose && !withholding; i++) {
      if (frames.atBoundary() && (buffer[i] & 0x0f) == Opcode.CLOSE.code()) {
        forward(buffer, 0, i);
        forwarded = i;
        withholding = true;
      }
      frames.read(buffer, i, i + 1);
      at = i + 1;
    }
    frames.read(buffer, at, n);
    forward(buffer, forwarded, n);
  }

  private int readHead(byte[] buffer, int n) {
    int at = head.read(buffer, 0, n);
    if (head.complete() || head.tooLong() || head.isNoHttp()) {
      answered = true;
      upgraded = head.complete() && head.status() == 101;
      wire.tap().answered(readAt, head.complete() ? head.status() : -1, head.firstLine());
    }
    return at;
  }

  private void frame(Frame frame) {
    wire.tap().frameIn(readAt, frame);
  }

  private synchronized void forward(byte[] bytes, int from, int to) {
    if (withholding || paused || client == null) {
      if (withheld.size() < WITHHELD_LIMIT) {
        withheld.write(bytes, from, to - from);
      }
      return;
    }
    write(bytes, from, to);
  }

  synchronized void to(OutputStream out) {
    client = out;
    if (!withholding && !paused) {
      flushWithheld();
    }
  }

  synchronized void deliver() {
    withholdClose = false;
    withholding = false;
    if (client != null) {
      flushWithheld();
    }
  }

  private void flushWithheld() {
    byte[] bytes = withheld.toByteArray();
    withheld.reset();
    write(bytes, 0, bytes.length);
  }

  private void write(byte[] bytes, int from, int to) {
    if (from == to) {
      return;
    }
    try {
      client.write(bytes, from, to - from);
      client.flush();
    } catch (IOException ignored) {
      // the client hung up; what the server still says is in the tap
    }
  }

  synchronized void pause() {
    paused = true;
  }

  synchronized void resume() {
    paused = false;
    if (!withholding && client != null) {
      flushWithheld();
    }
    notifyAll();
  }

  private synchronized boolean awaitReading() {
    try {
      while (paused && !wire.isEnded()) {
        wait();
      }
      return !wire.isEnded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
