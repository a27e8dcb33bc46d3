package io.solewire.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who ended TCP, and how, is told apart and passed on. */
class WireEndingTest {

  @Test
  void aFinOfTheServerIsAFinForTheClient() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.serverSays(Frames.text("bye"));
      loop.server.shutdownOutput();
      assertArrayEquals(Frames.text("bye"), loop.clientReads(5));
      assertEquals("FIN", loop.clientEnd());
      loop.awaitTold("fin in");
      assertFalse(loop.told.contains("rst in"));
    }
  }

  @Test
  void aResetOfTheServerIsAResetForTheClient() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      Loop.reset(loop.server);
      assertEquals("RST", loop.clientEnd());
      loop.awaitTold("rst in");
      assertFalse(loop.told.contains("fin in"));
    }
  }

  @Test
  void theClientMaySpeakOnAfterTheServersFin() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.server.shutdownOutput();
      assertEquals("FIN", loop.clientEnd());
      loop.client.getOutputStream().write(Frames.masked("still"));
      assertArrayEquals(Frames.masked("still"), loop.serverReads(11));
      loop.client.close();
      assertEquals("FIN", loop.serverEnd());
    }
  }

  @Test
  void theClientsEndIsAbsorbedAndReadingGoesOn() throws IOException {
    for (boolean reset : new boolean[] {false, true}) {
      try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
        if (reset) {
          Loop.reset(loop.client);
        } else {
          loop.client.close();
        }
        assertEquals(0, Loop.silence(loop.server).length);
        for (int i = 0; i < 3; i++) {
          loop.serverSays(Frames.text("late " + i));
          loop.awaitTold("in text late " + i);
        }
        assertFalse(loop.server.isClosed());
        loop.server.close();
        loop.awaitTold("fin in");
      }
    }
  }

  @Test
  void aClientThatHungUpFirstHasEndedItsSideOnceTheServerDoes() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.client.close();
      assertEquals(0, Loop.silence(loop.server).length);
      loop.server.shutdownOutput();
      loop.awaitTold("fin in");
      assertEquals("FIN", loop.serverEnd());
    }
  }

  /** The write that meets the reset takes the error away from the reading side. */
  @RepeatedTest(20)
  void aResetThatAWriteMeetsIsNoFin() throws Exception {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  OutputStream out = loop.client.getOutputStream();
                  for (int i = 0; i < 2_000; i++) {
                    out.write(Frames.masked("x"));
                  }
                } catch (IOException expected) {
                  // the reset reached the client
                }
              });
      writer.start();
      loop.serverReads(70);
      Loop.reset(loop.server);
      loop.awaitTold(told -> told.contains("rst in") || told.contains("fin in"));
      writer.join(Loop.BOUND.toMillis());
      assertFalse(loop.told.contains("fin in"), "misread as FIN");
    }
  }

  @Test
  void anEndBeforeTheClientWasLetInReachesTheClient() throws IOException {
    for (boolean reset : new boolean[] {false, true}) {
      try (Loop loop = Loop.unattended(WirePlan.PLAIN)) {
        loop.serverSays("HTTP/1.1 503 x\r\n\r\n");
        loop.awaitTold("answered 503");
        if (reset) {
          Loop.reset(loop.server);
        } else {
          loop.server.close();
        }
        loop.awaitTold(reset ? "rst in" : "fin in");
        assertEquals(reset ? "RST" : "FIN", endOfNewClient(loop));
      }
    }
  }

  private static String endOfNewClient(Loop loop) throws IOException {
    try {
      return loop.letIn().clientEnd();
    } catch (SocketException e) {
      return "RST"; // before the client had got as far as reading
    }
  }

  @Test
  void ourResetIsAResetForTheServerAndNotTakenForItsOwn() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.wire.reset();
      assertEquals("RST", loop.serverEnd());
      assertEquals("RST", loop.clientEnd());
      assertEquals("rst out", loop.told.get(loop.told.size() - 1));
      assertFalse(loop.told.contains("rst in"));
    }
  }

  @Test
  void ourFinEndsOneDirectionAndReadingGoesOn() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.wire.finish();
      assertEquals("FIN", loop.serverEnd());
      loop.serverSays(Frames.text("last words"));
      assertArrayEquals(Frames.text("last words"), loop.clientReads(12));
      loop.server.close();
      loop.awaitTold("fin in");
      assertEquals("fin out", loop.told.get(2));
    }
  }

  @Test
  void nothingIsTheServersDoingAfterTheWireLetGo() throws IOException {
    try (Loop loop = Loop.upgraded(WirePlan.PLAIN)) {
      loop.wire.close();
      loop.wire.close();
      assertEquals("RST", loop.serverEnd());
      assertEquals("FIN", loop.clientEnd());
      assertEquals("abandoned", loop.told.get(loop.told.size() - 1));
      assertEquals(3, loop.told.size());
    }
  }

  @Test
  void theWireCanSpeakWithoutAClient() throws IOException {
    try (Loop loop = Loop.unattended(WirePlan.PLAIN)) {
      loop.wire.send("GET /ws HT".getBytes());
      assertArrayEquals("GET /ws HT".getBytes(), loop.serverReads(10));
      loop.wire.finish();
      assertEquals("FIN", loop.serverEnd());
    }
  }
}
