package com.example.chat;

import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A server on which a user has one connection: the newest. */
public final class ChatServer extends WebSocketServer {

  private static final int SUPERSEDED = 4001;
  private static final int NAMELESS = 4400;
  private static final long FORCE_MILLIS = 1000;

  private final Map<String, WebSocket> live = new ConcurrentHashMap<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** For the tests of the tests: breaks the clean-up on purpose. */
  private final boolean forgetsUser = "forget-user".equals(System.getProperty("chat.fault"));

  /** A server on a free loopback port. */
  public ChatServer() {
    super(new InetSocketAddress("127.0.0.1", 0));
    setReuseAddr(true);
    setTcpNoDelay(true);
  }

  /** Starts, and comes back when it listens. */
  public ChatServer listen() throws InterruptedException {
    start();
    if (!started.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not listen after 10 s");
    }
    return this;
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    String user = user(handshake.getResourceDescriptor());
    if (user.isEmpty()) {
      connection.close(NAMELESS, "user is missing");
      return;
    }
    connection.setAttachment(user);
    WebSocket older = live.put(user, connection);
    if (older != null) {
      older.close(SUPERSEDED, "superseded");
      timer.schedule(
          () -> older.closeConnection(SUPERSEDED, "superseded"),
          FORCE_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {
    String user = connection.getAttachment();
    if (user == null) {
      return;
    }
    if (forgetsUser) {
      live.remove(user);
    } else {
      live.remove(user, connection); // only if it is still the newest
    }
  }

  @Override
  public void onMessage(WebSocket connection, String message) {
    connection.send(message);
  }

  @Override
  public void onError(WebSocket connection, Exception e) {
    // the connection is closed by the library, and onClose cleans up
  }

  @Override
  public void stop() throws InterruptedException {
    timer.shutdownNow();
    super.stop(1000);
  }

  /** The user of {@code /ws?user=…}; a plus sign is a plus sign. */
  private static String user(String resource) {
    String query = resource.contains("?") ? resource.substring(resource.indexOf('?') + 1) : "";
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith("user="))
        .map(pair -> pair.substring("user=".length()).replace("+", "%2B"))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }
}
