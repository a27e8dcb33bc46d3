package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a connection ends: by Close, FIN and RST, from either side, and by several at once. */
@ParameterizedClass
@EnumSource(Transport.class)
class LinkEndingTest {

  private static final String CLOSE = "close-in 4409 superseded";
  private static final int MUCH = 1 << 20;

  /** More than the buffers of both sockets hold. */
  private static final int TOO_OFTEN = 16;

  private final Transport transport;
  private Line line;

  LinkEndingTest(Transport transport) {
    this.transport = transport;
  }

  @AfterEach
  void close() throws IOException {
    if (line != null) {
      line.close();
    }
  }

  private void serverCloses() throws IOException {
    line.server.says(Bytes.close(4409, "superseded"));
  }

  @Test
  void aBareFinIsAFin() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.server.finish();
    line.awaitSeen(List.of("fin-in"));
    assertEquals(List.of("admitted", "fin-in"), line.storyFrom("admitted"));
  }

  @Test
  void aBareResetIsAReset() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.server.reset();
    line.awaitSeen(List.of("rst-in"));
    assertEquals(List.of("admitted", "rst-in"), line.storyFrom("admitted"));
  }

  @Test
  void aCloseAndAFinAreTwoThings() throws Exception {
    line = Line.upgraded(transport, Map.of());
    serverCloses();
    line.server.finish();
    line.awaitSeen(List.of(CLOSE, "fin-in"));
    assertEquals(List.of(CLOSE, "fin-in"), line.storyFrom("close-in"));
  }

  @Test
  void aCloseThatAResetFollowsAtOnceIsReadBeforeTheReset() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.beforeItIsRead(
        () -> {
          serverCloses();
          line.server.reset();
        },
        () -> {});
    line.awaitSeen(List.of("rst-in"));
    assertEquals(List.of(CLOSE, "rst-in"), line.storyFrom("close-in"));
  }

  @Test
  void writesThatMeetAResetHideNeitherTheCloseNorTheReset() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.beforeItIsRead(
        () -> {
          serverCloses();
          line.server.reset();
        },
        () -> {
          line.link.text("one");
          line.link.text("two");
        });
    line.awaitSeen(List.of(CLOSE, "rst-in"));
    assertEquals(List.of(CLOSE, "rst-in"), line.storyFrom("close-in"));
  }

  @Test
  void aWriteThatMeetsABareResetDoesNotMakeItAFin() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.beforeItIsRead(line.server::reset, () -> line.link.text("one"));
    line.awaitSeen(List.of("rst-in"));
    assertEquals(List.of("frame-out text 3", "rst-in"), line.storyFrom("frame-out"));
  }

  @Test
  void thePongThatMeetsAResetHidesNeitherTheCloseNorTheReset() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.beforeItIsRead(
        () -> {
          line.server.says(Bytes.join(Bytes.ping(new byte[0]), Bytes.close(4409, "superseded")));
          line.server.reset();
        },
        () -> {});
    line.awaitSeen(List.of(CLOSE, "rst-in"));
    assertEquals(
        List.of("frame-in ping 0", "frame-out pong 0", CLOSE, "rst-in"),
        line.storyFrom("frame-in"));
  }

  @Test
  void aClientThatIsStuckInAWriteReadsTheCloseAndTheReset() throws Exception {
    line = Line.upgraded(transport, Map.of());
    byte[] much = new byte[MUCH];
    line.onLoop(
        () -> {
          for (int i = 0; i < TOO_OFTEN; i++) {
            line.link.binary(much);
          }
        });
    serverCloses();
    line.server.reset();
    line.awaitSeen(List.of(CLOSE, "rst-in"));
    assertEquals(List.of(CLOSE, "rst-in"), line.storyFrom("close-in"));
  }

  @Test
  void aResetThatOurWritesProvokeIsNotTheServers() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.beforeItIsRead(
        () -> {
          serverCloses();
          line.server.close();
        },
        () -> {
          line.link.text("one");
          line.link.text("two");
        });
    line.awaitSeen(List.of("fin-in"));
    line.onLoop(line.link::end);
    assertEquals(List.of(CLOSE, "fin-in", "fin-out"), line.storyFrom("close-in"));
  }

  @Test
  void ourResetIsARealReset() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.onLoop(line.link::reset);
    assertEquals("RST", line.server.end());
    assertEquals(List.of("admitted", "rst-out"), line.storyFrom("admitted"));
  }

  @Test
  void ourEndIsAFin() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.onLoop(line.link::end);
    assertEquals("FIN", line.server.end());
    assertEquals(List.of("admitted", "fin-out"), line.storyFrom("admitted"));
  }

  @Test
  void onlyTheFirstOfOurEndsCountsAndNothingIsSaidAfterIt() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.onLoop(
        () -> {
          line.link.end();
          line.link.reset();
          line.link.end();
          line.link.text("late");
        });
    assertEquals("FIN", line.server.end());
    assertEquals(List.of("admitted", "fin-out"), line.storyFrom("admitted"));
  }

  @Test
  void whatTheServerSaysAfterOurEndIsNotRecorded() throws Exception {
    line = Line.upgraded(transport, Map.of());
    line.beforeItIsRead(this::serverCloses, line.link::reset);
    assertEquals("RST", line.server.end());
    assertEquals(List.of("admitted", "rst-out"), line.storyFrom("admitted"));
  }
}
