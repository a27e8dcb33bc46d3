package io.solewire.conformance.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A port that a target is given is its own, also a second later. */
class LoopbackPortTest {

  private static final int MANY = 200;

  @Test
  void noTwoTargetsAreGivenTheSamePort() throws TargetException {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      ports.addAll(LoopbackPort.forTarget().numbers());
    }
    assertEquals(MANY * 4, ports.size());
  }

  @Test
  void whoAsksTheSystemForAPortIsNotGivenOneOfATarget() throws Exception {
    int port = LoopbackPort.free();
    try (ServerSocket asked = loopback(0)) {
      assertTrue(
          port < 32_768 && asked.getLocalPort() >= 32_768, port + ", " + asked.getLocalPort());
    }
  }

  @Test
  void onesThatSomebodyListensOnAreLeftOut() throws Exception {
    int port = LoopbackPort.free();
    try (ServerSocket next = loopback(port + 1)) {
      assertNotEquals(next.getLocalPort(), LoopbackPort.free());
    }
  }

  private static ServerSocket loopback(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
  }
}
