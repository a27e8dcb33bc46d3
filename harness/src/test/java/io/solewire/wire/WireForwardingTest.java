package io.solewire.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Wire is invisible: what goes in comes out, and what passed is told. */
class WireForwardingTest {

  private static final SplittableRandom RANDOM = new SplittableRandom(8812);

  @ParameterizedTest(name = "in chunks of at most {0} bytes")
  @ValueSource(ints = {1, 7, 1400, 100_000})
  void bytesPassUnchangedBothWays(int most) throws IOException {
    byte[] traffic = new byte[0];
    int budget = most == 1 ? 3_000 : 200_000;
    while (traffic.length < budget) {
      byte[] payload = new byte[RANDOM.nextInt(most == 1 ? 300 : 70_000)];
      RANDOM.nextBytes(payload);
      traffic = Frames.join(traffic, Frames.frame(0x82, RANDOM.nextBoolean(), payload));
    }
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      byte[] sent = traffic;
      Thread down = new Thread(() -> chunks(loop, true, sent, most));
      Thread up = new Thread(() -> chunks(loop, false, sent, most));
      down.start();
      up.start();
      assertArrayEquals(sent, loop.clientReads(sent.length));
      assertArrayEquals(sent, loop.serverReads(sent.length));
    }
  }

  private static void chunks(Loop loop, boolean server, byte[] bytes, int most) {
    SplittableRandom random = new SplittableRandom(most);
    try {
      OutputStream out = (server ? loop.server : loop.client).getOutputStream();
      int at = 0;
      while (at < bytes.length) {
        int n = Math.min(bytes.length - at, 1 + random.nextInt(most));
        out.write(bytes, at, n);
        at += n;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theHandshakeAndTheFirstMessageMayComeInOneSegment() throws IOException {
    try (Loop loop = Loop.open(WirePlan.PLAIN)) {
      loop.clientSays(Loop.REQUEST);
      loop.serverReads(Loop.REQUEST.length());
      byte[] both = Frames.join(Loop.SWITCHING.getBytes(), Frames.text("welcome"));
      loop.serverSays(both);
      assertArrayEquals(both, loop.clientReads(both.length));
      assertEquals(List.of("request", "answered 101", "in text welcome"), loop.told);
    }
  }

  @Test
  void theHandshakeMayComeByteByByte() throws IOException {
    try (Loop loop = Loop.open(WirePlan.PLAIN)) {
      loop.clientSays(Loop.REQUEST);
      loop.serverReads(Loop.REQUEST.length());
      byte[] both = Frames.join(Loop.SWITCHING.getBytes(), Frames.text("welcome"));
      for (byte b : both) {
        loop.serverSays(new byte[] {b});
      }
      assertArrayEquals(both, loop.clientReads(both.length));
      assertEquals(List.of("request", "answered 101", "in text welcome"), loop.told);
    }
  }

  @Test
  void framesAreToldUnmaskedBothWays() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.serverSays(Frames.masked("from the server, who must not"));
      loop.awaitTold("in text 29");
      loop.serverSays(Frames.masked("hello"));
      loop.client.getOutputStream().write(Frames.masked("hi"));
      loop.client.getOutputStream().write(Frames.text("bare"));
      loop.awaitTold(told -> told.containsAll(List.of("in text hello", "out text hi")));
      loop.awaitTold("out text bare");
    }
  }

  @Test
  void fragmentsAndControlFramesBetweenThemAreToldAsTheyAre() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.serverSays(
          Frames.join(
              Frames.frame(0x01, false, "he".getBytes()),
              Frames.frame(0x89, false, "p".getBytes()),
              Frames.frame(0x00, false, "ll".getBytes()),
              Frames.frame(0x80, false, "o".getBytes()),
              Frames.frame(0x8b, false, new byte[0])));
      loop.awaitTold("in reserved ");
      assertEquals(
          List.of(
              "in text (more) he",
              "in ping p",
              "in continuation (more) ll",
              "in continuation o",
              "in reserved "),
          loop.told.subList(2, loop.told.size()));
    }
  }

  @Test
  void aCloseIsToldWithItsCodeAndReasonIfItHasAny() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.serverSays(
          Frames.join(
              Frames.close(4409, "superseded"),
              Frames.frame(0x88, false, new byte[0]),
              Frames.frame(0x88, false, new byte[] {3})));
      loop.awaitTold(told -> told.size() == 5);
      assertEquals(
          List.of("in close 4409 superseded", "in close null ", "in close null "),
          loop.told.subList(2, 5));
    }
  }

  @Test
  void whatIsNoHttpIsToldAsSoonAsItShows() throws IOException {
    for (String greeting : List.of("SSH-2.0-x\r\n", "HELO", "\0\0\0")) {
      try (Loop loop = Loop.open(WirePlan.PLAIN)) {
        for (byte b : greeting.getBytes()) {
          loop.serverSays(new byte[] {b});
          loop.clientReads(1);
        }
        loop.awaitTold("answered -1");
      }
    }
  }

  @Test
  void aRefusalIsToldAndItsBodyReachesTheClient() throws IOException {
    try (Loop loop = Loop.open(WirePlan.PLAIN.withholdingClose())) {
      String refusal = "HTTP/1.1 409 Conflict\r\nContent-Length: 5\r\n\r\nhello";
      loop.serverSays(refusal);
      assertArrayEquals(refusal.getBytes(), loop.clientReads(refusal.length()));
      assertEquals(List.of("answered 409"), loop.told);
    }
  }

  @Test
  void anEndlessHeaderCostsNoMemory() throws IOException {
    try (Loop loop = Loop.open(WirePlan.PLAIN)) {
      loop.serverSays("HTTP/1.1 101 x\r\nX: ");
      byte[] part = new byte[1 << 13];
      Arrays.fill(part, (byte) 'x');
      for (int i = 0; i < HttpHead.LIMIT / part.length; i++) {
        loop.serverSays(part);
        loop.clientReads(part.length);
      }
      loop.awaitTold("answered -1");
      loop.serverSays(part); // neither read nor handed on any more
      assertEquals(1, loop.told.size());
    }
  }

  @ParameterizedTest(name = "a frame that claims {0} bytes")
  @ValueSource(longs = {Long.MAX_VALUE, 1L << 31, -1, 1L << 62})
  void aHugeFrameCostsNoMemory(long length) throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.serverSays(Frames.claiming(0x82, length));
      byte[] part = new byte[1 << 16];
      for (int i = 0; i < 5; i++) {
        loop.serverSays(part);
      }
      loop.clientReads(10 + 5 * part.length);
      assertEquals(2, loop.told.size());
      loop.server.close();
      assertEquals("FIN", loop.clientEnd());
    }
  }

  @Test
  void onlyTheBeginningOfALongPayloadIsKept() {
    Frame[] read = new Frame[1];
    FrameReader reader = new FrameReader(frame -> read[0] = frame);
    byte[] bytes = Frames.frame(0x82, true, new byte[100_000]);
    reader.read(bytes, 0, bytes.length);
    assertEquals(100_000, read[0].length());
    assertEquals(FrameReader.KEPT, read[0].payload().length);
    assertTrue(reader.atBoundary());
    assertArrayEquals(new byte[FrameReader.KEPT], read[0].payload());
  }

  @Test
  void aTargetThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    ConnectFailedException e =
        assertThrows(
            ConnectFailedException.class,
            () -> Wire.open(Loop.target(port), WirePlan.PLAIN, null, System::nanoTime));
    assertTrue(
        e.getMessage().startsWith("cannot connect to 127.0.0.1:" + port + ": "), e.getMessage());
    assertTrue(e.getMessage().contains("refused"), e.getMessage());
  }
}
