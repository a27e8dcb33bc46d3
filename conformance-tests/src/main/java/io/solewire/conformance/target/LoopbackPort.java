package io.solewire.conformance.target;

import io.solewire.profile.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds ports for targets. A port is free when it is looked for, and a target needs it a second
 * later, or again after it was killed. So it is taken from below the range from which Linux gives
 * ports to connections, and to listeners that ask for none; and no two are given the same one by
 * this process until all were given. Where there is no room below that range, the system chooses.
 * Thread-safe.
 */
public final class LoopbackPort {

  private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final int LOWEST = 10_000;
  private static final int ROOM = 1_000;
  private static final int ASK = 0;

  /** How many are tried: others may listen on many of them, on all of them nobody does. */
  private static final int TRIES = 200;

  private static final int END = firstEphemeral();
  private static final AtomicInteger NEXT = new AtomicInteger(somewhere());

  private LoopbackPort() {}

  /**
   * Finds a port that nobody listens on right now.
   *
   * @return the port
   * @throws TargetException if there is none
   */
  public static int free() throws TargetException {
    return several(1).get(0);
  }

  /**
   * Finds the ports that a target is given.
   *
   * @return ports that nobody listens on right now
   * @throws TargetException if there are not that many
   */
  public static Ports forTarget() throws TargetException {
    return new Ports(several(Ports.COUNT));
  }

  private static List<Integer> several(int count) throws TargetException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      while (sockets.size() < count) {
        sockets.add(listening());
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw TargetException.notStarted("no free loopback port: " + e.getMessage());
    } finally {
      sockets.forEach(LoopbackPort::close);
    }
  }

  private static ServerSocket listening() throws IOException {
    IOException last = null;
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        return new ServerSocket(next(), 1, InetAddress.getByName("127.0.0.1"));
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static int next() {
    return NEXT.getAndUpdate(n -> n == ASK ? ASK : n + 1 < END ? n + 1 : LOWEST);
  }

  /** Different processes begin at different places. */
  private static int somewhere() {
    return END - LOWEST < ROOM ? ASK : ThreadLocalRandom.current().nextInt(LOWEST, END);
  }

  /**
   * Such a file gives all that it has to the first read, which Files.readString makes of a byte.
   */
  private static int firstEphemeral() {
    try (BufferedReader file = Files.newBufferedReader(EPHEMERAL)) {
      return Integer.parseInt(file.readLine().trim().split("\\s+")[0]);
    } catch (IOException | NumberFormatException e) {
      return LOWEST; // another system than Linux
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nobody was connected, and nothing was said
    }
  }
}
