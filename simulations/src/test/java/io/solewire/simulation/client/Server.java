package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The server's end of one connection, byte by byte, on a loopback socket. */
final class Server implements AutoCloseable {

  private static final int MILLIS = 10_000;
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket door;
  private Socket socket;
  private DataInputStream in;

  Server() throws IOException {
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    door.setSoTimeout(MILLIS);
  }

  /**
   * A frame of the client.
   *
   * @param first its first byte: FIN and the opcode
   * @param payload unmasked
   */
  record Heard(int first, boolean masked, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  void accept() throws IOException {
    socket = door.accept();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(MILLIS);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Where the client comes from. */
  String peer() {
    return socket.getInetAddress().getHostAddress();
  }

  /** The lines of the client's request; nothing may have followed it. */
  List<String> request() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    assertEquals(0, in.available(), "nothing follows the request");
    String text = head.toString(StandardCharsets.ISO_8859_1);
    return List.of(text.substring(0, text.length() - 4).split("\r\n"));
  }

  /** The response of RFC 6455 section 4.2.2, with lines of the test's own. */
  static byte[] switching(List<String> request, String... more) {
    StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
    head.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
    head.append("Sec-WebSocket-Accept: ").append(answer(request)).append("\r\n");
    for (String line : more) {
      head.append(line).append("\r\n");
    }
    return Bytes.of(head.append("\r\n").toString());
  }

  private static String answer(List<String> request) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-1")
              .digest((value(request, "Sec-WebSocket-Key") + MAGIC).getBytes());
      return Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The value of a header that has to be there once. */
  static String value(List<String> request, String name) {
    List<String> lines = request.stream().filter(l -> l.startsWith(name + ": ")).toList();
    assertEquals(1, lines.size(), name + " in " + request);
    return lines.get(0).substring(name.length() + 2);
  }

  void says(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next frame of the client. */
  Heard hears() throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    int small = second & 0x7f;
    long length = small == 126 ? in.readUnsignedShort() : small == 127 ? in.readLong() : small;
    boolean masked = (second & 0x80) != 0;
    byte[] mask = masked ? in.readNBytes(4) : new byte[4];
    byte[] payload = in.readNBytes(Math.toIntExact(length));
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new Heard(first, masked, payload);
  }

  /** How the client ends TCP, whatever it says before that. */
  String end() throws IOException {
    try {
      while (in.read() >= 0) {
        // up to the end
      }
      return "FIN";
    } catch (SocketException e) {
      assertEquals("Connection reset", e.getMessage());
      return "RST";
    } catch (java.net.SocketTimeoutException e) {
      return fail("the client does not end TCP", e);
    }
  }

  void finish() throws IOException {
    socket.shutdownOutput();
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    door.close();
    if (socket != null) {
      socket.close();
    }
  }
}
