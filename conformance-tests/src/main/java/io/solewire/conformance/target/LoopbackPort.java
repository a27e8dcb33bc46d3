package io.solewire.conformance.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

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
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw TargetException.notStarted("no free loopback port: " + e.getMessage());
    }
  }
}
