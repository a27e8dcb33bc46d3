package io.solewire.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Keeps one connection per user, and tells everybody what could break the page that quotes it. */
final class HostileServer extends WebSocketServer implements AutoCloseable {

  /** In code points that are told apart with ease: no reason is longer than 123 bytes. */
  static final List<String> TEXTS =
      List.of(
          "<script>alert('script')</script>",
          "\"><img src=x onerror=alert('img')>",
          "\u202Eright to left\u202C \u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD",
          "\uD83D\uDE00\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08\uD834\uDD1E",
          "\u0000\u0001\u0007\u001B[31mred\u0085\u2028\uFEFF",
          "x".repeat(120),
          "</pre></details></main><style>*{display:none}</style>",
          "{{ seed }} {% include \"load.css\" %} &lt;b&gt;");

  private final Map<String, WebSocket> users = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final CountDownLatch ready = new CountDownLatch(1);

  private HostileServer(InetAddress loopback) {
    super(new InetSocketAddress(loopback, 0), 1);
  }

  static HostileServer ready() throws IOException, InterruptedException {
    HostileServer server = new HostileServer(InetAddress.getByName("127.0.0.1"));
    server.setReuseAddr(true);
    server.setDaemon(true);
    server.start();
    if (!server.ready.await(10, TimeUnit.SECONDS)) {
      throw new IOException("the server did not start within 10 s");
    }
    return server;
  }

  @Override
  public void onStart() {
    ready.countDown();
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    String text = TEXTS.get(turn.getAndIncrement() % TEXTS.size());
    WebSocket old = users.put(handshake.getResourceDescriptor(), connection);
    if (old != null) {
      old.send(text + " " + "y".repeat(10_000));
      old.close(4001, text);
    }
  }

  @Override
  public void onMessage(WebSocket connection, String message) {
    connection.send("you said " + message);
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {
    users.values().remove(connection);
  }

  @Override
  public void onError(WebSocket connection, Exception problem) {
    // one that broke off
  }

  @Override
  public void close() {
    try {
      stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
