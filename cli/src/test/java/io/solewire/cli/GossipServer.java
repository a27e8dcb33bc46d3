package io.solewire.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Keeps the rule, and tells everybody all that it was told: in messages, reasons and answers. */
final class GossipServer implements AutoCloseable {

  private static final int REASON = 120;

  private final Map<String, WebSocket> users = new ConcurrentHashMap<>();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final WebSocketServer sockets;
  private final HttpServer http;

  GossipServer() throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    sockets = new Sockets(new InetSocketAddress(loopback, 0));
    sockets.setReuseAddr(true);
    sockets.setDaemon(true);
    sockets.start();
    if (!ready.await(10, TimeUnit.SECONDS)) {
      throw new IOException("the server did not start within 10 s");
    }
    http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    http.createContext("/", this::answer);
    http.start();
  }

  int port() {
    return sockets.getPort();
  }

  int httpPort() {
    return http.getAddress().getPort();
  }

  /** All that it was ever told. */
  String heard() {
    return String.join("\n", heard);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String told =
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + " " + body;
    heard.add(told);
    String user = exchange.getRequestURI().getPath().replaceFirst("/\\w+/", "");
    WebSocket connection = users.get(user);
    if (connection != null && exchange.getRequestURI().getPath().startsWith("/publish")) {
      connection.send(body);
    }
    byte[] answer =
        ("{\"session\":\"session-of-" + user + "\"} " + told).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
    try {
      sockets.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Sockets extends WebSocketServer {

    Sockets(InetSocketAddress address) {
      super(address);
    }

    @Override
    public void onStart() {
      ready.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      StringBuilder told = new StringBuilder(handshake.getResourceDescriptor());
      for (Iterator<String> names = handshake.iterateHttpFields(); names.hasNext(); ) {
        String name = names.next();
        told.append('\n').append(name).append(": ").append(handshake.getFieldValue(name));
      }
      heard.add(told.toString());
      connection.setAttachment(handshake.getFieldValue("Authorization"));
      connection.send(told.toString());
    }

    /** {@code hello <user> …}: who it is; everything is told to everybody. */
    @Override
    public void onMessage(WebSocket connection, String message) {
      heard.add(message);
      if (message.startsWith("hello ")) {
        WebSocket old = users.put(message.split(" ")[1], connection);
        String reason = "replaced; you said " + connection.<String>getAttachment();
        if (old != null) {
          old.close(4001, reason.length() > REASON ? reason.substring(0, REASON) : reason);
        }
      }
      connection.send("you said " + message);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
      users.values().remove(connection);
    }

    @Override
    public void onError(WebSocket connection, Exception problem) {
      heard.add("problem: " + problem);
    }
  }
}
