package io.solewire.conformance;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a hostile server has of one connection: raw bytes both ways. For one thread. */
final class HostilePeer {

  static final int TEXT = 0x81;
  static final int CLOSE = 0x88;
  static final int PING = 0x89;
  static final int PONG = 0x8a;

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int MASKED = 0x80;

  private final Socket socket;
  private final int number;
  private final CountDownLatch stopped;
  private final DataInputStream in;
  private final OutputStream out;

  HostilePeer(Socket socket, int number, CountDownLatch stopped) throws IOException {
    this.socket = socket;
    this.number = number;
    this.stopped = stopped;
    this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  /** The how manieth connection of the server it is, from 1 on. */
  int number() {
    return number;
  }

  /** Reads the head of a request; returns its Sec-WebSocket-Key, or nothing. */
  String request() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0 && head.length() < 1 << 14) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString()
        .lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** Answers the upgrade as RFC 6455 says. */
  void upgrade() throws IOException {
    say(switching(accept(request())));
  }

  static String switching(String accept) {
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + accept
        + "\r\n\r\n";
  }

  private static String accept(String key) {
    try {
      byte[] text = (key + GUID).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void say(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  synchronized void send(byte... bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Sends a frame of at most 65535 bytes. */
  void frame(int first, byte... payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    send(bytes);
  }

  /** Sends a frame as a client does. */
  void masked(int first, byte... payload) throws IOException {
    byte[] bytes = new byte[6 + payload.length];
    bytes[0] = (byte) first;
    bytes[1] = (byte) (MASKED | payload.length);
    for (int i = 0; i < payload.length; i++) {
      bytes[2 + i % 4] = (byte) (i % 4 + 1);
    }
    for (int i = 0; i < payload.length; i++) {
      bytes[6 + i] = (byte) (payload[i] ^ bytes[2 + i % 4]);
    }
    send(bytes);
  }

  /** Announces a frame of so many bytes and sends none of them. */
  void announce(int first, long length) throws IOException {
    send(ByteBuffer.allocate(10).put((byte) first).put((byte) 127).putLong(length).array());
  }

  /** Sends one byte a second. */
  void drip(byte... bytes) throws IOException, InterruptedException {
    for (byte b : bytes) {
      send(b);
      rest(1_000);
    }
  }

  void rest(long millis) throws InterruptedException, IOException {
    if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
      throw new EOFException("stopped");
    }
  }

  /** Neither reads nor writes any more. */
  void hold() throws InterruptedException {
    stopped.await();
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads frames, and answers each Ping in a frame that the other makes. */
  void answerPings(Answer answer) throws IOException, InterruptedException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      length = length == 126 ? in.readUnsignedShort() : length;
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      if (opcode == (PING & 0x0f)) {
        answer.to(payload);
      }
    }
  }

  /** Does the same, without keeping the caller. */
  void answerPingsBeside() {
    Thread reader =
        new Thread(
            () -> {
              try {
                answerPings(payload -> frame(PONG, payload));
              } catch (IOException e) {
                // the peer has hung up
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "hostile-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Answers a Ping. */
  interface Answer {
    void to(byte[] payload) throws IOException, InterruptedException;
  }
}
