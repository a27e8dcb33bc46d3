package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What passes on a connection that is up. */
@ParameterizedClass
@EnumSource(Transport.class)
class LinkFramesTest {

  private static final int FIN = 0x80;
  private static final int CONTINUATION = 0x0;
  private static final int TEXT = 0x1;
  private static final int BINARY = 0x2;
  private static final int LONG = 70_000;

  private final Transport transport;
  private Line line;

  LinkFramesTest(Transport transport) {
    this.transport = transport;
  }

  @AfterEach
  void close() throws IOException {
    if (line != null) {
      line.close();
    }
  }

  @Test
  void aPingIsAnsweredByAMaskedPongWithItsPayload() throws Exception {
    line = Line.upgraded(transport, Map.of());
    byte[] payload = {0, 1, (byte) 0xff, 'p'};
    line.server.says(Bytes.ping(payload));
    Server.Heard pong = line.server.hears();
    assertEquals(FIN | 0xA, pong.first());
    assertTrue(pong.masked());
    assertArrayEquals(payload, pong.payload());
    line.awaitSeen(List.of("frame-out pong 4"));
    assertEquals(List.of("frame-in ping 4", "frame-out pong 4"), line.storyFrom("frame-in"));
  }

  @Test
  void pingsAreAnsweredInTheirOrder() throws Exception {
    line = Line.upgraded(transport, Map.of());
    byte[] pings = Bytes.join(Bytes.ping(Bytes.of("a")), Bytes.ping(new byte[0]));
    line.server.says(Bytes.join(pings, Bytes.ping(Bytes.of("c"))));
    assertEquals("a", line.server.hears().text());
    assertEquals("", line.server.hears().text());
    assertEquals("c", line.server.hears().text());
  }

  @Test
  void aPongIsNotAnswered() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.server.says(Bytes.frame(FIN | 0xA, Bytes.of("p")));
    line.awaitSeen(List.of("frame-in pong 1"));
    line.onLoop(() -> line.link.text("next"));
    assertEquals("next", line.server.hears().text());
  }

  @Test
  void aMessageInFragmentsAdmitsWithItsLast() throws Exception {
    line = Line.upgraded(transport, Map.of("admitted", "{ matches: '^welcome$' }"));
    line.server.says(
        Bytes.join(
            Bytes.frame(TEXT, Bytes.of("wel")),
            Bytes.ping(Bytes.of("between")),
            Bytes.frame(CONTINUATION, Bytes.of("co")),
            Bytes.frame(FIN | CONTINUATION, Bytes.of("me"))));
    line.awaitSeen(List.of("admitted"));
    assertEquals(
        List.of(
            "frame-in text 3",
            "frame-in ping 7",
            "frame-out pong 7",
            "frame-in continuation 2",
            "frame-in continuation 2 welcome",
            "admitted"),
        line.storyFrom("frame-in"));
    assertEquals("between", line.server.hears().text());
  }

  @Test
  void aFrameOf70000BytesIsOneFrameAndWhatFollowsItIsRead() throws Exception {
    line = Line.upgraded(transport, Map.of());
    byte[] text = Bytes.of("x".repeat(LONG));
    line.server.says(
        Bytes.join(
            Bytes.frame(FIN | TEXT, text), Bytes.frame(FIN | BINARY, text), Bytes.text("next")));
    line.awaitSeen(List.of("frame-in text 4 next"));
    assertEquals(
        List.of("frame-in text 70000", "frame-in binary 70000", "frame-in text 4 next"),
        line.storyFrom("frame-in"));
  }

  @Test
  void aFrameMayComeByteByByte() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.changes.drainPermits();
    for (byte b : Bytes.join(Bytes.text("one"), Bytes.text("two"))) {
      line.server.says(new byte[] {b});
      line.awaitChange();
    }
    assertEquals(List.of("frame-in text 3 one", "frame-in text 3 two"), line.storyFrom("frame-in"));
  }

  @Test
  void theClientSaysTextAndBytesAndPingsInMaskedFrames() throws Exception {
    line = Line.upgraded(transport, Map.of());
    byte[] bytes = new byte[LONG];
    bytes[LONG - 1] = 7;
    line.onLoop(
        () -> {
          line.link.text("h\u00e4");
          line.link.binary(bytes);
          line.link.ping(Bytes.of("p"));
        });
    Server.Heard text = line.server.hears();
    assertEquals("h\u00e4", text.text());
    Server.Heard binary = line.server.hears();
    assertArrayEquals(bytes, binary.payload());
    Server.Heard ping = line.server.hears();
    assertEquals("p", ping.text());
    assertEquals(
        List.of(FIN | TEXT, FIN | BINARY, FIN | 0x9),
        List.of(text.first(), binary.first(), ping.first()));
    assertTrue(text.masked() && binary.masked() && ping.masked());
    assertEquals(
        List.of("frame-out text 3", "frame-out binary 70000", "frame-out ping 1"),
        line.storyFrom("frame-out"));
  }

  @Test
  void aClosesCodeAndReasonAreRecorded() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.server.says(Bytes.close(4409, "superseded"));
    line.awaitSeen(List.of("close-in 4409 superseded"));
  }

  @Test
  void aCloseMayCarryNoCode() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.server.says(Bytes.frame(FIN | 0x8, new byte[0]));
    line.awaitSeen(List.of("close-in null"));
  }

  @Test
  void aCloseIsEchoedWithTheCodeThatIsAskedFor() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.server.says(Bytes.close(4409, "superseded"));
    line.awaitSeen(List.of("close-in 4409 superseded"));
    line.onLoop(() -> line.link.echo(4409));
    Server.Heard echo = line.server.hears();
    assertEquals(FIN | 0x8, echo.first());
    assertTrue(echo.masked());
    assertArrayEquals(new byte[] {4409 >> 8, (byte) 4409}, echo.payload());
    assertEquals("close-out 4409", line.story().get(line.story().size() - 1));
  }

  @Test
  void aCloseWithoutCodeIsEchoedWithoutCode() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.onLoop(() -> line.link.echo(null));
    Server.Heard echo = line.server.hears();
    assertEquals(FIN | 0x8, echo.first());
    assertEquals(0, echo.payload().length);
  }
}
