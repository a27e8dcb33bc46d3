package io.solewire.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A WebSocket client that hides nothing: it sees every frame, and who ended TCP and how. */
final class RawClient implements AutoCloseable {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** A busy machine stood still for four seconds. */
  static final Duration WITHIN = Duration.ofSeconds(8);

  /** What can be seen of a connection. */
  sealed interface Seen {
    /** A frame from the server. */
    record Frame(int opcode, byte[] payload) implements Seen {
      int code() {
        return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
      }

      String text() {
        return new String(payload, StandardCharsets.UTF_8);
      }

      @Override
      public String toString() {
        return opcode == CLOSE ? "Close " + code() : "frame " + opcode + " '" + text() + "'";
      }
    }

    /** The end of TCP. */
    record End(boolean reset) implements Seen {}

    /** Nothing, for as long as was waited. */
    record Nothing() implements Seen {}
  }

  private final Socket socket;
  private final DataInputStream in;

  private RawClient(URI server, Socket fresh, int receiveBuffer) throws IOException {
    socket = fresh;
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 2_000);
    in = new DataInputStream(socket.getInputStream());
  }

  /** A TCP connection and no more. */
  static RawClient tcp(ReferenceServer server) throws IOException {
    return new RawClient(server.uri(), new Socket(), 0);
  }

  /** A connection of that user, admitted. */
  static RawClient open(ReferenceServer server, String user) throws IOException {
    return at(server, "/ws?user=" + user);
  }

  /** As {@link #open}, from another address of this machine. */
  static RawClient elsewhere(ReferenceServer server, String user) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress("127.0.0.2", 0));
    return upgraded(new RawClient(server.uri(), socket, 0), request("/ws?user=" + user));
  }

  /** As {@link #open}, with room for few bytes that it does not read. */
  static RawClient narrow(ReferenceServer server, String user) throws IOException {
    return narrowAt(server, "/ws?user=" + user);
  }

  /** As {@link #narrow}, at any target. */
  static RawClient narrowAt(ReferenceServer server, String target) throws IOException {
    return upgraded(new RawClient(server.uri(), new Socket(), 4_096), request(target));
  }

  /** As {@link #open}, at one of the server's nodes. */
  static RawClient open(ReferenceServer server, int node, String user) throws IOException {
    URI there = URI.create("http://127.0.0.1:" + server.ports().get(node));
    return upgraded(new RawClient(there, new Socket(), 0), request("/ws?user=" + user));
  }

  /** As {@link #open}, at any target. */
  static RawClient at(ReferenceServer server, String target, String... headers) throws IOException {
    return upgraded(new RawClient(server.uri(), new Socket(), 0), request(target, headers));
  }

  /** As {@link #at}, of a server in another process on this machine. */
  static RawClient at(int port, String target) throws IOException {
    URI server = URI.create("http://127.0.0.1:" + port);
    return upgraded(new RawClient(server, new Socket(), 0), request(target));
  }

  /** As {@link #at}, behind TLS. */
  static RawClient tls(ReferenceServer server, SSLContext trusted, String target)
      throws IOException {
    return tls(server, trusted, target, 0);
  }

  /** As {@link #narrowAt}, behind TLS. */
  static RawClient narrowTls(ReferenceServer server, SSLContext trusted, String target)
      throws IOException {
    return tls(server, trusted, target, 4_096);
  }

  private static RawClient tls(
      ReferenceServer server, SSLContext trusted, String target, int receiveBuffer)
      throws IOException {
    Socket socket = trusted.getSocketFactory().createSocket();
    return upgraded(new RawClient(server.uri(), socket, receiveBuffer), request(target));
  }

  /** The status of the answer to a handshake. */
  static int status(ReferenceServer server, String target, String... headers) throws IOException {
    try (RawClient client = tcp(server)) {
      client.write(request(target, headers));
      return Integer.parseInt(client.head().substring(9, 12));
    }
  }

  private static RawClient upgraded(RawClient client, String request) throws IOException {
    client.write(request);
    String status = client.head().lines().findFirst().orElse("");
    if (!status.startsWith("HTTP/1.1 101")) {
      throw new AssertionError("not admitted: " + status);
    }
    return client;
  }

  /** A handshake as RFC 6455 wants it. */
  static String request(String target, String... headers) {
    return "GET "
        + (target + " HTTP/1.1\r\n")
        + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
        + "Host: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  }

  void write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A response's head, or what there is of it within {@link #WITHIN}. */
  String head() throws IOException {
    return head(WITHIN);
  }

  /** A response's head, or what there is of it when nothing has come for that long. */
  String head(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    StringBuilder head = new StringBuilder();
    try {
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        head.append((char) next);
      }
    } catch (SocketTimeoutException expected) {
      return head.toString();
    }
    return head.toString();
  }

  /** The next thing seen. */
  Seen next(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    try {
      int first = in.read();
      if (first < 0) {
        return new Seen.End(false);
      }
      return new Seen.Frame(first & 0xF, payload(in.readUnsignedByte()));
    } catch (SocketTimeoutException expected) {
      return new Seen.Nothing();
    } catch (SocketException expected) {
      return new Seen.End(true);
    }
  }

  private byte[] payload(int length) throws IOException {
    int size = length;
    if (length == 126) {
      size = in.readUnsignedShort();
    } else if (length == 127) {
      size = Math.toIntExact(in.readLong());
    }
    byte[] payload = new byte[size];
    in.readFully(payload);
    return payload;
  }

  /** The next thing seen, which has to be a text. */
  String said() throws IOException {
    Seen seen = next(WITHIN);
    if (seen instanceof Seen.Frame frame && frame.opcode() == TEXT) {
      return frame.text();
    }
    throw new AssertionError("expected a text: " + seen);
  }

  /** The code of the Close frame that has to be the next thing seen. */
  int closed() throws IOException {
    Seen seen = next(WITHIN);
    if (seen instanceof Seen.Frame frame && frame.opcode() == CLOSE) {
      return frame.code();
    }
    throw new AssertionError("expected a Close frame: " + seen);
  }

  /** Whether a Close frame follows, with nothing but texts before it. */
  boolean closedAfterTexts() throws IOException {
    Seen seen;
    do {
      seen = next(WITHIN);
    } while (seen instanceof Seen.Frame frame && frame.opcode() == TEXT);
    return seen instanceof Seen.Frame frame && frame.opcode() == CLOSE;
  }

  /** The next thing that is no frame; the frames before it are passed over. */
  Seen end(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    Seen seen;
    do {
      seen = next(Duration.ofMillis(Math.max(1, (deadline - System.nanoTime()) / 1_000_000)));
    } while (seen instanceof Seen.Frame);
    return seen;
  }

  /** A masked frame; the mask is zero, which is legal and readable. */
  void frame(int opcode, byte[] payload) throws IOException {
    frame(true, opcode, payload);
  }

  void frame(boolean last, int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
    frame.put((byte) ((last ? 0x80 : 0) | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length <= 0xFFFF) {
      frame.put((byte) 0xFE).putShort((short) payload.length);
    } else {
      frame.put((byte) 0xFF).putLong(payload.length);
    }
    frame.putInt(0).put(payload);
    socket.getOutputStream().write(frame.array(), 0, frame.position());
  }

  void text(String text) throws IOException {
    frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void echoClose(Seen.Frame close) throws IOException {
    frame(CLOSE, Arrays.copyOf(close.payload(), Math.min(2, close.payload().length)));
  }

  /** Whether a Ping is answered by the next frame. */
  boolean alive() throws IOException {
    try {
      frame(PING, new byte[] {42});
    } catch (SocketException expected) {
      return false;
    }
    return next(WITHIN) instanceof Seen.Frame frame && frame.opcode() == PONG;
  }

  /** Ends TCP with RST. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
