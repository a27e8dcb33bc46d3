package io.solewire.conformance.target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a target accepts connections, and until nobody does any more. Stateless. */
public final class Readiness {

  private static final long POLL_NANOS = 20_000_000;
  private static final int CONNECT_MS = 500;

  /** While a target begins, another program may come by its port for a moment. */
  private static final int LOOKS = 2;

  private static final Duration VACATED = Duration.ofSeconds(2);

  private Readiness() {}

  /**
   * Makes sure that whoever accepts connections next is the target that is about to be started. Who
   * has just been stopped is given 2 s to leave.
   *
   * @param ports that it will listen on
   * @param unwanted turns true when nobody waits for it any more
   * @throws TargetException if somebody else listens on one of them, or it is not wanted
   */
  public static void awaitVacant(List<Integer> ports, BooleanSupplier unwanted)
      throws TargetException {
    long deadline = System.nanoTime() + VACATED.toNanos();
    Optional<Integer> taken = taken(ports);
    while (taken.isPresent()) {
      if (unwanted.getAsBoolean()) {
        throw TargetException.interrupted();
      }
      if (System.nanoTime() > deadline) {
        throw TargetException.notStarted(
            "the target was not started: somebody else listens on port "
                + taken.get()
                + ", and would have been taken for it; expected a port that is free");
      }
      LockSupport.parkNanos(POLL_NANOS);
      taken = taken(ports);
    }
  }

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
    int looks = 1;
    while (closed.isPresent() || looks < LOOKS) {
      if (unwanted.getAsBoolean()) {
        target.close();
        throw TargetException.interrupted();
      }
      if (closed.isPresent()) {
        goOn(target, closed.get(), bound, deadline);
      }
      LockSupport.parkNanos(POLL_NANOS);
      looks = closed.isPresent() ? 1 : looks + 1;
      closed = closed(ports);
    }
  }

  private static void goOn(Running target, int closed, Duration bound, long deadline)
      throws TargetException {
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
              + closed
              + target.tail();
      target.close();
      throw TargetException.notStarted(late);
    }
  }

  private static Optional<Integer> closed(List<Integer> ports) {
    return ports.stream().filter(port -> !accepts(port)).findFirst();
  }

  private static Optional<Integer> taken(List<Integer> ports) {
    return ports.stream().filter(port -> !refuses(port)).findFirst();
  }

  /** Who does not accept because its queue is full listens all the same. */
  private static boolean refuses(int port) {
    try {
      connect(port);
      return false;
    } catch (IOException e) {
      return e instanceof ConnectException;
    }
  }

  private static boolean accepts(int port) {
    try {
      connect(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), CONNECT_MS);
    }
  }
}
