package io.solewire.simulation.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Read off the bytes: what it does is what calibration rests on. */
class DelayServerTest {

  private static final String SWITCHING = "HTTP/1.1 101 Switching Protocols";
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int QUIET_MILLIS = 200;
  private static final byte[] MASKED_CLOSE = {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0};

  private DelayServer server;

  @BeforeEach
  void start() throws IOException {
    server = DelayServer.start(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theOlderConnectionGetsItsCloseAfterTheDelayAndNothingElse() throws IOException {
    try (Line old = open("user=a&delay=30ms");
        Line stranger = open("user=b&delay=30ms")) {
      long before = System.nanoTime();
      try (Line young = open("user=a&delay=30ms")) {
        Stamps stamps = old.evicted();
        assertTrue(before < stamps.put(), "it took over after it was asked to");
        assertTrue(stamps.delay() >= 30_000_000, stamps.text());
        assertTrue(stamps.write() <= System.nanoTime(), "the clock is the same");
        old.socket.getOutputStream().write(MASKED_CLOSE);
        assertEquals(-1, old.in.read(), "no second Close, and the end of TCP");
        young.isQuiet();
        stranger.isQuiet();
      }
    }
  }

  @Test
  void nobodyIsLetInOnceItIsClosed() {
    int port = server.port();
    server.close();
    assertThrows(IOException.class, () -> new Socket("127.0.0.1", port).close());
  }

  @Test
  void oneTakeoverInFiftyIsSlowIfThatIsAskedFor() throws IOException {
    int slow = 0;
    try (Line first = open("user=a&delay=0ms&slow=20ms")) {
      Line old = first;
      for (int i = 0; i < 100; i++) {
        Line young = open("user=a&delay=0ms&slow=20ms");
        slow += old.evicted().delay() >= 20_000_000 ? 1 : 0;
        old.socket.close();
        old = young;
      }
      old.socket.close();
    }
    assertTrue(slow >= 2 && slow < 20, "slow ones, busy machines aside: " + slow);
  }

  @Test
  void withoutDelayTheCloseComesAtOnce() throws IOException {
    try (Line old = open("user=a&delay=0ms");
        Line young = open("user=a&delay=0ms")) {
      assertTrue(old.evicted().delay() >= 0);
      young.isQuiet();
    }
  }

  @Test
  void whoHasLeftIsNotEvicted() throws IOException {
    try (Line old = open("user=a&delay=0ms")) {
      old.socket.getOutputStream().write(MASKED_CLOSE);
      assertEquals(0x88, old.in.read(), "its Close is answered");
    }
    try (Line young = open("user=a&delay=0ms")) {
      young.isQuiet();
    }
  }

  @Test
  void aRequestThatDoesNotSayWhoAndHowLateIsRefused() throws IOException {
    for (String query :
        new String[] {"", "user=a", "delay=5ms", "user=a&delay=5", "user=&delay=5ms"}) {
      try (Line line = new Line(query)) {
        assertEquals("HTTP/1.1 400 Bad Request", line.head(), query);
      }
    }
  }

  @Test
  void aPortThatIsTakenIsTold() {
    IOException problem =
        assertThrows(IOException.class, () -> DelayServer.start(server.port()).close());
    assertTrue(problem.getMessage().startsWith("cannot listen on 127.0.0.1:" + server.port()));
  }

  private Line open(String query) throws IOException {
    Line line = new Line(query);
    assertEquals(SWITCHING, line.head());
    return line;
  }

  private final class Line implements AutoCloseable {
    private final Socket socket = new Socket("127.0.0.1", server.port());
    private final DataInputStream in = new DataInputStream(socket.getInputStream());

    Line(String query) throws IOException {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request =
          "GET /ws?"
              + query
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** The first line of the answer; the rest of its head is read too. */
    String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.readUnsignedByte());
      }
      return head.substring(0, head.indexOf("\r\n"));
    }

    Stamps evicted() throws IOException {
      assertEquals(0x88, in.readUnsignedByte(), "a Close");
      byte[] payload = in.readNBytes(in.readUnsignedByte());
      assertEquals(DelayServer.CLOSE_CODE, (payload[0] & 0xff) << 8 | payload[1] & 0xff);
      return Stamps.of(new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8))
          .orElseThrow();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }

    void isQuiet() throws IOException {
      socket.setSoTimeout(QUIET_MILLIS);
      assertThrows(SocketTimeoutException.class, in::read);
    }
  }
}
