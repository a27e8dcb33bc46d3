package io.solewire.server;

import java.util.concurrent.CountDownLatch;

/** A server in a process of its own, which says its port and waits to be killed. */
final class Standalone {
  private Standalone() {}

  /** Runs with one fault, on any port. */
  public static void main(String[] arguments) throws Exception {
    ServerConfig config = ServerConfig.builder().fault(arguments[0]).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      System.out.println(server.port());
      new CountDownLatch(1).await();
    }
  }
}
