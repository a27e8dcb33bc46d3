package io.solewire.conformance.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a target accepts connections. Stateless. */
public final class Readiness {

  private static final long POLL_NANOS = 20_000_000;
  private static final int CONNECT_MS = 500;

  private Readiness() {}

  /**
   * Waits until loopback ports accept connections, all of them, or nobody wants it any more.
   *
   * @param target what listens on them
   * @param ports which
   * @param bound how long that may take
   * @param unwanted turns true when nobody waits for it any more
   * @throws TargetException if it is not ready in time, has ended, or is not wanted; it is stopped
   *     then, and the message has the end of what it printed
   */
  public static void await(
      Running target, List<Integer> ports, Duration bound, BooleanSupplier unwanted)
      throws TargetException {
    long deadline = System.nanoTime() + bound.toNanos();
    Optional<Integer> closed = closed(ports);
    while (closed.isPresent()) {
      if (unwanted.getAsBoolean()) {
        target.close();
        throw TargetException.interrupted();
      }
      if (!target.isAlive()) {
        String ended = "the target " + target.ending() + " before it was ready" + target.tail();
        target.close();
        throw TargetException.notStarted(ended);
      }
      if (System.nanoTime() > deadline) {
        String late =
            "the target was not ready within "
                + bound.toMillis()
                + " ms: nothing accepts on port "
                + closed.get()
                + target.tail();
        target.close();
        throw TargetException.notStarted(late);
      }
      LockSupport.parkNanos(POLL_NANOS);
      closed = closed(ports);
    }
  }

  private static Optional<Integer> closed(List<Integer> ports) {
    return ports.stream().filter(port -> !accepts(port)).findFirst();
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), CONNECT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
