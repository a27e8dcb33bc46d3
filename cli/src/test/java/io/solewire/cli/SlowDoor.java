package io.solewire.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server: whoever connects waits a while before anything passes. */
final class SlowDoor implements AutoCloseable {

  private final ScheduledExecutorService opener =
      Executors.newSingleThreadScheduledExecutor(body -> daemon(body, "slow-door"));
  private final ServerSocket listener = new ServerSocket(0, 500, InetAddress.getByName(HOST));
  private final Set<String> visitors = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger mostWaiting = new AtomicInteger();
  private final int behind;
  private final long millis;

  private static final String HOST = "127.0.0.1";

  SlowDoor(int behind, long millis) throws IOException {
    this.behind = behind;
    this.millis = millis;
    daemon(this::accept, "slow-door-accept").start();
  }

  String url() {
    return "ws://" + HOST + ":" + listener.getLocalPort() + "/ws?user={user}";
  }

  /** The addresses that connections came from so far. */
  Set<String> visitors() {
    return Set.copyOf(visitors);
  }

  /** How many have waited before it at a time, at most. */
  int mostWaiting() {
    return mostWaiting.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        visitors.add(client.getInetAddress().getHostAddress());
        mostWaiting.accumulateAndGet(waiting.incrementAndGet(), Math::max);
        opener.schedule(() -> open(client), millis, TimeUnit.MILLISECONDS);
      } catch (IOException ignored) {
        // the test is over
      }
    }
  }

  private void open(Socket client) {
    waiting.decrementAndGet();
    try {
      Socket server = new Socket(HOST, behind);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      daemon(() -> pass(client, server), "slow-door-up").start();
      daemon(() -> pass(server, client), "slow-door-down").start();
    } catch (IOException ignored) {
      close(client);
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ignored) {
      // one side has ended it, so the other does
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // it is gone
    }
  }

  private static Thread daemon(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    opener.shutdownNow();
  }
}
