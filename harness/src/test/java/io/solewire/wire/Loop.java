package io.solewire.wire;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A client, a Wire and a server on loopback sockets, and what the Wire's tap was told. */
final class Loop implements AutoCloseable {

  static final Duration BOUND = Duration.ofSeconds(5);
  static final String REQUEST = "GET /ws HTTP/1.1\r\nHost: h\r\n\r\n";
  static final String SWITCHING = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";

  final List<String> told = new CopyOnWriteArrayList<>();
  final Wire wire;
  final Socket server;
  Socket client;

  private Loop(Wire wire, Socket server) {
    this.wire = wire;
    this.server = server;
  }

  /** The Wire stands; nobody was let in yet. */
  static Loop unattended(WirePlan plan) throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      door.setSoTimeout((int) BOUND.toMillis());
      Log log = new Log();
      Wire wire = Wire.open(target(door.getLocalPort()), plan, log, System::nanoTime);
      Socket server = door.accept();
      server.setSoTimeout((int) BOUND.toMillis());
      server.setTcpNoDelay(true);
      Loop loop = new Loop(wire, server);
      log.told = loop.told;
      return loop;
    }
  }

  /** The client is let in as well. */
  static Loop open(WirePlan plan) throws IOException {
    return unattended(plan).letIn();
  }

  /** The handshake is through. */
  static Loop upgraded(WirePlan plan) throws IOException {
    Loop loop = open(plan);
    loop.clientSays(REQUEST);
    loop.serverReads(REQUEST.length());
    loop.serverSays(SWITCHING);
    loop.clientReads(SWITCHING.length());
    return loop;
  }

  static Target target(int port) {
    return new Target(URI.create("ws://127.0.0.1:" + port + "/ws"), Optional.empty(), BOUND);
  }

  Loop letIn() throws IOException {
    client = new Socket();
    client.setSoTimeout((int) BOUND.toMillis());
    client.setTcpNoDelay(true);
    client.connect(wire.door(), (int) BOUND.toMillis());
    return this;
  }

  void serverSays(String text) throws IOException {
    server.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void serverSays(byte[] bytes) throws IOException {
    server.getOutputStream().write(bytes);
  }

  void clientSays(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  byte[] clientReads(int count) throws IOException {
    return read(client, count);
  }

  byte[] serverReads(int count) throws IOException {
    return read(server, count);
  }

  private static byte[] read(Socket socket, int count) throws IOException {
    byte[] bytes = socket.getInputStream().readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("ended after " + bytes.length + " of " + count + " bytes");
    }
    return bytes;
  }

  /** All that a socket still reads in a while in which nothing is expected. */
  static byte[] silence(Socket socket) throws IOException {
    socket.setSoTimeout(150);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        read.write(b);
      }
    } catch (java.net.SocketTimeoutException expected) {
      // nothing more came
    }
    socket.setSoTimeout((int) BOUND.toMillis());
    return read.toByteArray();
  }

  /** How the client sees the end: {@code FIN} or {@code RST}. */
  String clientEnd() throws IOException {
    return end(client);
  }

  String serverEnd() throws IOException {
    return end(server);
  }

  private static String end(Socket socket) throws IOException {
    try {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // up to the end
      }
      return "FIN";
    } catch (java.net.SocketTimeoutException e) {
      return "open";
    } catch (java.net.SocketException e) {
      return "RST";
    }
  }

  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  void awaitTold(String what) {
    awaitTold(told -> told.contains(what));
  }

  void awaitTold(Predicate<List<String>> condition) {
    await().atMost(BOUND).until(() -> condition.test(told));
  }

  @Override
  public void close() throws IOException {
    wire.close();
    server.close();
    if (client != null) {
      client.close();
    }
  }

  /** Writes down what the tap is told. */
  private static final class Log implements WireTap {
    private volatile List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void opened(long t) {
      // before anything can go wrong
    }

    @Override
    public boolean hasEnough() {
      return false;
    }

    @Override
    public void requestSent(long t) {
      told.add("request");
    }

    @Override
    public void answered(long t, int status, String line) {
      told.add("answered " + status);
    }

    @Override
    public void frameIn(long t, Frame frame) {
      told.add("in " + words(frame));
    }

    @Override
    public void frameOut(long t, Frame frame) {
      told.add("out " + words(frame));
    }

    private static String words(Frame frame) {
      String fin = frame.fin() ? " " : " (more) ";
      String text = frame.length() > 20 ? "" + frame.length() : frame.text();
      return frame.opcode() == Opcode.CLOSE
          ? "close " + frame.closeCode() + " " + new String(frame.closeReason())
          : frame.opcode().text() + fin + text;
    }

    @Override
    public void finIn(long t) {
      told.add("fin in");
    }

    @Override
    public void resetIn(long t) {
      told.add("rst in");
    }

    @Override
    public void finOut(long t) {
      told.add("fin out");
    }

    @Override
    public void resetOut(long t) {
      told.add("rst out");
    }

    @Override
    public void held(long t) {
      told.add("held");
    }

    @Override
    public void abandoned(long t) {
      told.add("abandoned");
    }
  }
}
