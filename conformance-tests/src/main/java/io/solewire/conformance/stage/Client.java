package io.solewire.conformance.stage;

import io.solewire.record.Voice;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;

/**
 * The WebSocket client of one connection: Java-WebSocket, connected to the Wire's door.
 * Thread-safe. It only speaks; what is seen is seen on the Wire. It never reconnects and sends no
 * pings of its own.
 */
final class Client extends WebSocketClient implements Voice {

  /** Bytes of a message beyond which the library hangs up: it would keep room for all of them. */
  private static final int LARGEST = 1 << 22;

  private static final String NOT_RFC_6455 =
      "status, Upgrade, Connection, Sec-WebSocket-Accept or Sec-WebSocket-Protocol is not what"
          + " section 4.1 demands";

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /** How much is waiting to be said; one too many until the connection is open. */
  private final AtomicInteger unsaid = new AtomicInteger(1);

  private volatile boolean ready;
  private volatile String rejected;
  private volatile String hungUp;

  Client(InetSocketAddress door, String resource, Map<String, String> headers, Draft draft) {
    super(URI.create("ws://127.0.0.1:" + door.getPort() + resource), draft, headers, 0);
    setConnectionLostTimeout(0);
    setTcpNoDelay(true);
    setProxy(Proxy.NO_PROXY);
    setDaemon(true);
  }

  static Draft draft(List<String> subprotocols) {
    List<IProtocol> protocols = new ArrayList<>();
    subprotocols.forEach(name -> protocols.add(new Protocol(name)));
    if (protocols.isEmpty()) {
      protocols.add(new Protocol(""));
    }
    return new StrippingDraft(protocols, LARGEST);
  }

  @Override
  public void text(String text) {
    whenOpen(() -> send(text));
  }

  @Override
  public void binary(byte[] payload) {
    whenOpen(() -> send(payload));
  }

  @Override
  public void ping(byte[] payload) {
    PingFrame frame = new PingFrame();
    frame.setPayload(ByteBuffer.wrap(payload));
    whenOpen(() -> sendFrame(frame));
  }

  /** Begins a message and does not end it (RFC 6455 section 5.4). */
  void begin(String text) {
    ByteBuffer first = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    whenOpen(() -> sendFragmentedFrame(Opcode.TEXT, first, false));
  }

  /** Begins the closing handshake, as a client that leaves does. */
  void leave(int code) {
    whenOpen(() -> close(code));
  }

  /** Keeps the order without a lock: the library calls back under locks of its own. */
  private void whenOpen(Runnable say) {
    waiting.add(say);
    if (unsaid.getAndIncrement() == 0) {
      sayAll();
    }
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    ready = true;
    sayAll();
  }

  private void sayAll() {
    int seen = unsaid.get();
    while (seen != 0) {
      for (Runnable say = waiting.poll(); say != null; say = waiting.poll()) {
        quietly(say);
      }
      seen = unsaid.addAndGet(-seen);
    }
  }

  private static void quietly(Runnable say) {
    try {
      say.run();
    } catch (WebsocketNotConnectedException ignored) {
      // the connection has ended; the history tells how
    }
  }

  @Override
  public void onMessage(String message) {
    // seen on the Wire
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    if (!ready) {
      rejected = reason.contains("refuses handshake") ? NOT_RFC_6455 : reason;
    }
  }

  @Override
  public void onCloseInitiated(int code, String reason) {
    hungUp = "Close " + code + (reason.isEmpty() ? "" : ", \"" + reason + "\"");
  }

  /** How it ended the connection by itself; empty if it did not. */
  Optional<String> hungUp() {
    return Optional.ofNullable(hungUp);
  }

  /** Why it did not accept the server's answer to the upgrade; empty if it did, or may yet. */
  Optional<String> rejected() {
    return Optional.ofNullable(rejected);
  }

  @Override
  public void onError(Exception problem) {
    // what it means for the rule is seen on the Wire
  }
}
