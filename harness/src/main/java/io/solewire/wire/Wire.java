package io.solewire.wire;

import io.solewire.history.RunClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A TCP relay between one client and the server. Thread-safe. Towards the server it is what the
 * client is; towards the client it is the server. By default the client's end of TCP is absorbed,
 * so that how the <em>server</em> ends the connection can be seen: Java-WebSocket hangs up right
 * after its Close echo.
 *
 * <p>It does not make a half-open peer: the kernel goes on acknowledging. What {@link #silence}
 * makes is a silent application.
 */
public final class Wire implements AutoCloseable {

  private final RunClock clock;
  private final WireTap tap;
  private final Connector.Link server;
  private final ServerSocket door;
  private final Upward up;
  private final Downward down;
  private volatile boolean resetMet;
  private final AtomicBoolean serverEnded = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean serverReset;
  private volatile boolean clientEnded;
  private volatile Socket client;

  private Wire(Connector.Link server, ServerSocket door, WirePlan plan, WireTap tap, RunClock clock)
      throws IOException {
    this.server = server;
    this.door = door;
    this.tap = tap;
    this.clock = clock;
    this.up = new Upward(this, server.stream().getOutputStream(), plan.holdStep());
    this.down = new Downward(this, server.stream().getInputStream(), plan.withholdClose());
  }

  /**
   * Connects to the target and begins to read from it.
   *
   * @param target where to
   * @param plan what to do from the first byte on
   * @param tap is told what passes
   * @param clock the run's clock
   * @return the open wire
   * @throws ConnectFailedException if no TCP or TLS connection comes about in time
   */
  public static Wire open(Target target, WirePlan plan, WireTap tap, RunClock clock)
      throws ConnectFailedException {
    Connector.Link link = Connector.connect(target, plan);
    tap.opened(clock.nanos());
    try {
      ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Wire wire = new Wire(link, door, plan, tap, clock);
      start("wire-down", wire.down);
      return wire;
    } catch (IOException e) {
      link.reset();
      throw new ConnectFailedException("a loopback port of the wire", e);
    }
  }

  /**
   * Lets one client in. Call it before the client connects to the returned address.
   *
   * @return where the client is to connect instead of to the server
   */
  public InetSocketAddress door() {
    start("wire-up", this::letIn);
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  private void letIn() {
    try (ServerSocket once = door) {
      Socket socket = once.accept();
      socket.setTcpNoDelay(true);
      client = socket;
      down.to(socket.getOutputStream());
      if (serverEnded.get()) {
        closeClient(serverReset); // the server was quicker than the client
      }
      up.relay(socket.getInputStream());
    } catch (IOException e) {
      clientEnded();
    }
  }

  /** Writes bytes of the script's own to the server, in place of a client. */
  public void send(byte[] bytes) {
    up.write(bytes);
  }

  /**
   * Waits until only the held byte is missing.
   *
   * @param bound how long
   * @return false if it did not come to that
   * @throws InterruptedException if interrupted
   */
  public boolean awaitHeld(Duration bound) throws InterruptedException {
    return up.awaitHeld(bound);
  }

  /** Writes the held byte, on the calling thread; does nothing if none is held. */
  public void release() {
    up.release();
  }

  /** Hands the client the Close frame that was withheld, and whatever came after it. */
  public void deliverClose() {
    down.deliver();
  }

  /** Stops reading from the server, so that its send buffer fills. */
  public void stopReading() {
    down.pause();
  }

  /** Reads on. */
  public void resumeReading() {
    down.resume();
  }

  /** From now on nothing of the client reaches the server. */
  public void silence() {
    up.silence();
  }

  /** Ends our direction of TCP by FIN; reading goes on. */
  public void finish() {
    tap.finOut(clock.nanos());
    try {
      server.stream().shutdownOutput();
    } catch (IOException ignored) {
      // the server was quicker; its end is in the tap
    }
  }

  /** Resets TCP towards the server. */
  public void reset() {
    tap.resetOut(clock.nanos());
    serverReset = true;
    serverEnded.set(true);
    up.silence();
    server.reset();
    closeClient(true);
  }

  /** Lets go of the connection: RST on loopback, where FIN would fill the tracking table. */
  @Override
  public void close() {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    tap.abandoned(clock.nanos());
    up.release();
    down.resume();
    if (server.tcp().getInetAddress().isLoopbackAddress()) {
      server.reset();
    } else {
      Connector.closeQuietly(server.stream());
    }
    closeClient(false);
    try {
      door.close();
    } catch (IOException ignored) {
      // nobody is let in any more
    }
  }

  RunClock clock() {
    return clock;
  }

  WireTap tap() {
    return tap;
  }

  boolean isEnded() {
    return ended.get();
  }

  /** The stream of the server ended, by FIN unless a write under way was told of a reset. */
  void serverFinished(long t) {
    up.awaitWrite();
    serverEnded(resetMet, t);
  }

  /**
   * A write met a reset. It is told when the reading side comes to the end of what the server sent
   * before: a Close frame may still be unread.
   */
  void writeMetReset() {
    resetMet = true;
  }

  /** The server ended its side, seen on either direction. */
  void serverEnded(boolean reset, long t) {
    if (ended.get() || !serverEnded.compareAndSet(false, true)) {
      return;
    }
    serverReset = reset;
    if (reset) {
      tap.resetIn(t);
    } else {
      tap.finIn(t);
    }
    down.deliver();
    closeClient(reset);
    endIfBothHave();
  }

  /** The client hung up: absorbed until the server has ended its side as well. */
  void clientEnded() {
    clientEnded = true;
    endIfBothHave();
  }

  private void endIfBothHave() {
    if (clientEnded && serverEnded.get()) {
      Connector.closeQuietly(server.stream());
    }
  }

  private void closeClient(boolean reset) {
    Socket socket = client;
    if (socket == null) {
      return;
    }
    try {
      if (reset) {
        socket.setSoLinger(true, 0);
        socket.close();
      } else {
        socket.shutdownOutput();
      }
    } catch (IOException ignored) {
      // the client was quicker
    }
    if (ended.get()) {
      Connector.closeQuietly(socket);
    }
  }

  private static void start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }
}
