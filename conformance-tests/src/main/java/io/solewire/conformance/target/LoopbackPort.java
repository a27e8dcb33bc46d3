package io.solewire.conformance.target;

import io.solewire.profile.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds ports for targets. Stateless. */
public final class LoopbackPort {

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
        sockets.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw TargetException.notStarted("no free loopback port: " + e.getMessage());
    } finally {
      sockets.forEach(LoopbackPort::close);
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
