package io.solewire.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library would do, done on purpose to one connection. */
class WireFaultsTest {

  private static final byte[] BEFORE = Frames.text("before");
  private static final byte[] CLOSE = Frames.close(4409, "superseded");
  private static final byte[] AFTER = Frames.text("after");

  @ParameterizedTest(name = "in segments of {0} bytes")
  @ValueSource(ints = {1, 9, 11, 100})
  void aWithheldCloseIsToldAndKeptUntilItIsDelivered(int segment) throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN.withholdingClose())) {
      byte[] all = Frames.join(BEFORE, CLOSE, AFTER);
      for (int at = 0; at < all.length; at += segment) {
        loop.serverSays(Arrays.copyOfRange(all, at, Math.min(all.length, at + segment)));
      }
      assertArrayEquals(BEFORE, loop.clientReads(BEFORE.length));
      loop.awaitTold("in close 4409 superseded");
      loop.awaitTold("in text after");
      assertEquals(0, Loop.silence(loop.client).length);
      loop.wire.deliverClose();
      assertArrayEquals(Frames.join(CLOSE, AFTER), loop.clientReads(CLOSE.length + AFTER.length));
      loop.serverSays(AFTER);
      assertArrayEquals(AFTER, loop.clientReads(AFTER.length));
    }
  }

  @Test
  void aWireFromElsewhereComesFromAnotherAddressOfThisMachine() throws IOException {
    try (Loop here = Loop.open(WirePlan.PLAIN);
        Loop elsewhere = Loop.open(WirePlan.PLAIN.fromElsewhere())) {
      assertEquals("127.0.0.1", here.server.getInetAddress().getHostAddress());
      assertEquals("127.0.0.2", elsewhere.server.getInetAddress().getHostAddress());
    }
  }

  @Test
  void whatLooksLikeACloseInsideAPayloadIsNotWithheld() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN.withholdingClose())) {
      byte[] frame = Frames.frame(0x82, false, CLOSE);
      loop.serverSays(frame);
      assertArrayEquals(frame, loop.clientReads(frame.length));
    }
  }

  @Test
  void aWithheldCloseReachesTheClientWhenTheServerEndsTcp() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN.withholdingClose())) {
      loop.serverSays(CLOSE);
      loop.awaitTold("in close 4409 superseded");
      loop.server.close();
      assertArrayEquals(CLOSE, loop.clientReads(CLOSE.length));
      assertEquals("FIN", loop.clientEnd());
    }
  }

  @Test
  void theLastByteOfTheRequestIsHeldAndReleased() throws Exception {
    try (Loop loop = Loop.open(WirePlan.PLAIN.holding(0))) {
      assertFalse(loop.wire.awaitHeld(Duration.ofMillis(20)));
      loop.clientSays(Loop.REQUEST);
      assertTrue(loop.wire.awaitHeld(Loop.BOUND));
      loop.serverReads(Loop.REQUEST.length() - 1);
      assertEquals(0, Loop.silence(loop.server).length);
      assertFalse(loop.told.contains("request"));
      loop.wire.release();
      assertTrue(loop.told.contains("request"));
      assertArrayEquals(new byte[] {'\n'}, loop.serverReads(1));
    }
  }

  @Test
  void theLastByteOfTheSecondDataFrameIsHeldAndReleased() throws Exception {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN.holding(2))) {
      byte[] first = Frames.masked("one");
      byte[] ping = Frames.frame(0x89, true, new byte[0]);
      byte[] second = Frames.masked("two");
      byte[] third = Frames.masked("three");
      loop.client.getOutputStream().write(Frames.join(first, ping, second, third));
      assertTrue(loop.wire.awaitHeld(Loop.BOUND));
      byte[] whole = Frames.join(first, ping, second);
      assertArrayEquals(Arrays.copyOf(whole, whole.length - 1), loop.serverReads(whole.length - 1));
      assertEquals(0, Loop.silence(loop.server).length);
      assertFalse(loop.told.contains("out text two"));
      loop.wire.release();
      byte[] rest = Frames.join(new byte[] {second[second.length - 1]}, third);
      assertArrayEquals(rest, loop.serverReads(rest.length));
      loop.awaitTold("out text three");
    }
  }

  @Test
  void whatWasReleasedBeforeItWasHeldIsNotHeld() throws Exception {
    try (Loop loop = Loop.open(WirePlan.PLAIN.holding(0))) {
      loop.wire.release();
      loop.clientSays(Loop.REQUEST);
      assertArrayEquals(Loop.REQUEST.getBytes(), loop.serverReads(Loop.REQUEST.length()));
    }
  }

  @Test
  void aHeldByteIsDroppedWhenTheWireLetsGo() throws Exception {
    try (Loop loop = Loop.open(WirePlan.PLAIN.holding(0))) {
      loop.clientSays(Loop.REQUEST);
      assertTrue(loop.wire.awaitHeld(Loop.BOUND));
      loop.wire.close();
      assertFalse(loop.told.contains("request"));
    }
  }

  @Test
  void nothingIsReadWhileReadingStopsAndAllOfItAfterwards() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN.withSmallWindow())) {
      loop.wire.stopReading();
      loop.serverSays(Frames.join(BEFORE, CLOSE));
      assertEquals(0, Loop.silence(loop.client).length);
      assertFalse(loop.told.contains("in text before"), loop.told::toString);
      loop.wire.resumeReading();
      byte[] all = Frames.join(BEFORE, CLOSE);
      assertArrayEquals(all, loop.clientReads(all.length));
      loop.awaitTold("in close 4409 superseded");
    }
  }

  @Test
  void theServersBufferFillsWhileReadingStops() throws Exception {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN.withSmallWindow())) {
      loop.server.setSendBufferSize(4096);
      loop.wire.stopReading();
      byte[] flood = Frames.frame(0x82, false, new byte[4_000_000]);
      Thread writer = new Thread(() -> write(loop, flood));
      writer.start();
      writer.join(200);
      assertTrue(writer.isAlive(), "the write must block");
      loop.wire.resumeReading();
      assertArrayEquals(flood, loop.clientReads(flood.length));
      writer.join(Loop.BOUND.toMillis());
      assertFalse(writer.isAlive());
    }
  }

  private static void write(Loop loop, byte[] bytes) {
    try {
      loop.serverSays(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aSilentClientReadsAndIsNotHeard() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.wire.silence();
      loop.client.getOutputStream().write(Frames.masked("hello"));
      assertEquals(0, Loop.silence(loop.server).length);
      assertFalse(loop.told.contains("out text hello"));
      loop.serverSays(BEFORE);
      assertArrayEquals(BEFORE, loop.clientReads(BEFORE.length));
    }
  }
}
