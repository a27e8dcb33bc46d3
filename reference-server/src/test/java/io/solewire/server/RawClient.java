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

/** A WebSocket client that hides nothing: it sees every frame, and who ended TCP and how. */
final class RawClient implements AutoCloseable {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final Duration WITHIN = Duration.ofSeconds(3);

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

  private RawClient(URI server, int receiveBuffer) throws IOException {
    socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 2_000);
    in = new DataInputStream(socket.getInputStream());
  }

  /** A TCP connection and no more. */
  static RawClient tcp(ReferenceServer server) throws IOException {
    return new RawClient(server.uri(), 0);
  }

  /** A connection of that user, admitted. */
  static RawClient open(ReferenceServer server, String user) throws IOException {
    return upgraded(new RawClient(server.uri(), 0), user);
  }

  /** As {@link #open}, with room for few bytes that it does not read. */
  static RawClient narrow(ReferenceServer server, String user) throws IOException {
    return upgraded(new RawClient(server.uri(), 4_096), user);
  }

  private static RawClient upgraded(RawClient client, String user) throws IOException {
    client.write(request("/ws?user=" + user));
    String status = client.head().lines().findFirst().orElse("");
    if (!status.startsWith("HTTP/1.1 101")) {
      throw new AssertionError("not admitted: " + status);
    }
    return client;
  }

  /** A handshake as RFC 6455 wants it. */
  static String request(String target) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  }

  void write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A response's head, or what there is of it within {@link #WITHIN}. */
  String head() throws IOException {
    socket.setSoTimeout((int) WITHIN.toMillis());
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
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) ((last ? 0x80 : 0) | opcode);
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    socket.getOutputStream().write(frame);
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
