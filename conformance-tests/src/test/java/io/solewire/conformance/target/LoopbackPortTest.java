package io.solewire.conformance.target;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Scanner;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A port that a target is given is its own, also a second later. */
class LoopbackPortTest {

  private static final int MANY = 200;

  @Test
  void noTwoTargetsAreGivenTheSamePort() throws Exception {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      ports.addAll(LoopbackPort.forTarget().numbers());
    }
    assertTrue(!hasRoom() || ports.size() == MANY * 4, "different ones: " + ports.size());
  }

  @Test
  void whoAsksTheSystemForAPortIsNotGivenOneOfATarget() throws Exception {
    int port = LoopbackPort.free();
    try (ServerSocket asked = loopback(0)) {
      boolean apart = port < firstEphemeral() && asked.getLocalPort() >= firstEphemeral();
      assertTrue(!hasRoom() || apart, port + ", " + asked.getLocalPort());
    }
  }

  @Test
  void onesThatSomebodyListensOnAreLeftOut() throws Exception {
    int port = LoopbackPort.free();
    try (ServerSocket next = loopback(port + 1)) {
      assertNotEquals(next.getLocalPort(), LoopbackPort.free());
    }
  }

  /** Where a machine gives away all its ports there is no room for others. */
  private static boolean hasRoom() throws IOException {
    return firstEphemeral() > 11_000;
  }

  private static int firstEphemeral() throws IOException {
    Process cat = new ProcessBuilder("cat", "/proc/sys/net/ipv4/ip_local_port_range").start();
    try (Scanner range = new Scanner(cat.getInputStream(), StandardCharsets.US_ASCII)) {
      return range.nextInt();
    }
  }

  private static ServerSocket loopback(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
  }
}
