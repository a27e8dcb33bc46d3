package io.solewire.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A listener on a loopback port that does to each connection what a {@link Hostility} says, on a
 * thread of its own. Thread-safe. Closing it ends every connection and every thread.
 */
final class HostileServer implements AutoCloseable {

  /** More connections at a time are not served: they are closed as they come. */
  private static final int MOST = 1_000;

  private final ServerSocket listener;
  private final Hostility.Behaviour behaviour;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private HostileServer(ServerSocket listener, Hostility.Behaviour behaviour) {
    this.listener = listener;
    this.behaviour = behaviour;
  }

  static HostileServer start(Hostility.Behaviour behaviour) throws IOException {
    ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    HostileServer server = new HostileServer(listener, behaviour);
    thread(server::listen);
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many connections came. */
  int connections() {
    return count.get();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        int number = count.incrementAndGet();
        if (open.size() >= MOST) {
          socket.close();
        } else {
          open.add(socket);
          thread(() -> serve(socket, number));
        }
      } catch (IOException e) {
        // closed, or a peer that was quicker
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      socket.setTcpNoDelay(true);
      behaviour.with(new HostilePeer(socket, number, stopped));
    } catch (IOException e) {
      // the peer has hung up
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static void thread(Runnable body) {
    Thread thread = new Thread(body, "hostile");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    stopped.countDown();
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
