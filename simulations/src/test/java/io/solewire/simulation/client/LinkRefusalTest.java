package io.solewire.simulation.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that a server may answer instead of an upgrade that is one. */
@ParameterizedClass
@EnumSource(Transport.class)
class LinkRefusalTest {

  private static final List<String> ASKED = List.of("tcp-open", "request-sent");
  private static final String WRONG = "malformed: its Sec-WebSocket-Accept does not answer the key";

  private final Transport transport;
  private Line line;

  LinkRefusalTest(Transport transport) {
    this.transport = transport;
  }

  @AfterEach
  void close() throws IOException {
    if (line != null) {
      line.close();
    }
  }

  /** The server answers, and ends TCP when that was read. */
  private void answers(String... segments) throws Exception {
    line.server.request();
    line.awaitChange();
    for (String segment : segments) {
      line.server.says(Bytes.of(segment));
      line.awaitChange();
    }
    line.server.finish();
    line.awaitSeen(List.of("fin-in"));
  }

  private List<String> afterTheRequest() {
    assertEquals(ASKED, line.story().subList(0, 2));
    return line.story().subList(2, line.story().size());
  }

  @Test
  void anAcceptThatDoesNotAnswerTheKeyIsMalformed() throws Exception {
    line = Line.open(transport, Map.of());
    answers(
        "HTTP/1.1 101 Switching Protocols\r\n"
            + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
    assertEquals(List.of(WRONG), line.complaints);
    assertEquals(List.of("fin-in"), afterTheRequest(), "nobody was let in");
  }

  @Test
  void aResponseWithoutAcceptIsMalformedAndWhatFollowsIsNotRead() throws Exception {
    line = Line.open(transport, Map.of());
    line.server.request();
    line.awaitChange();
    line.server.says(Bytes.of("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"));
    line.awaitChange();
    line.server.says(Bytes.text("welcome"));
    line.awaitChange();
    line.server.finish();
    line.awaitSeen(List.of("fin-in"));
    assertEquals(List.of(WRONG), line.complaints);
    assertEquals(List.of("fin-in"), afterTheRequest(), "what follows is nobody's frame");
  }

  @Test
  void twoAcceptsAreMalformedThoughOneOfThemIsRight() throws Exception {
    line = Line.open(transport, Map.of());
    List<String> request = line.server.request();
    line.server.says(Server.switching(request, "Sec-WebSocket-Accept: other"));
    await("told").atMost(Line.BOUND).until(() -> !line.complaints.isEmpty());
    assertEquals(List.of(WRONG), line.complaints);
  }

  @Test
  void aSubprotocolThatWasNotOfferedIsMalformed() throws Exception {
    line = Line.open(transport, Map.of("subprotocols", "[chat.v1]"));
    List<String> request = line.server.request();
    line.server.says(Server.switching(request, "Sec-WebSocket-Protocol: chat.v2"));
    line.server.finish();
    line.awaitSeen(List.of("fin-in"));
    String why = "malformed: it speaks the subprotocol chat.v2, which was not offered";
    assertEquals(List.of(why), line.complaints);
    assertEquals(List.of("fin-in"), afterTheRequest());
  }

  @Test
  void aSubprotocolWhereNoneWasOfferedIsMalformed() throws Exception {
    line = Line.open(transport, Map.of());
    List<String> request = line.server.request();
    line.server.says(Server.switching(request, "Sec-WebSocket-Protocol: chat.v1"));
    await("told").atMost(Line.BOUND).until(() -> !line.complaints.isEmpty());
    String why = "malformed: it speaks the subprotocol chat.v1, which was not offered";
    assertEquals(List.of(why), line.complaints);
  }

  @Test
  void aStatusRefusesOnceWhateverItsBodySays() throws Exception {
    line = Line.open(transport, Map.of());
    answers(
        "HTTP/1.1 409 Conflict\r\nContent-Length: 70\r\n\r\nsomebody is here",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "and stays here");
    assertEquals(List.of("refused 409 HTTP/1.1 409 Conflict", "fin-in"), afterTheRequest());
    assertEquals(List.of(), line.complaints, "a refusal is no malformed answer");
  }

  @Test
  void whatIsNotHttpRefusesWithoutAStatus() throws Exception {
    line = Line.open(transport, Map.of());
    answers("SSH-2.0-OpenSSH_9.2\r\n", "go away\r\n");
    assertEquals(List.of("refused -1 SSH-2.0-OpenSSH_9.2", "fin-in"), afterTheRequest());
  }

  @Test
  void anEndlessHeadRefusesWithoutAStatus() throws Exception {
    line = Line.open(transport, Map.of());
    line.server.request();
    line.server.says(Bytes.of("HTTP/1.1 101 x\r\nX-Long: " + "x".repeat(1 << 16)));
    line.awaitSeen(List.of("refused -1 HTTP/1.1 101 x"));
    assertEquals(List.of("refused -1 HTTP/1.1 101 x"), afterTheRequest());
  }

  @Test
  void aServerThatEndsInsteadOfAnsweringHasEnded() throws Exception {
    line = Line.open(transport, Map.of());
    answers();
    assertEquals(List.of("fin-in"), afterTheRequest());
  }

  @Test
  void aServerThatResetsInsteadOfAnsweringHasReset() throws Exception {
    line = Line.open(transport, Map.of());
    line.server.request();
    line.server.reset();
    line.awaitSeen(List.of("rst-in"));
    assertEquals(List.of("rst-in"), afterTheRequest());
  }

  @Test
  void aPortOnWhichNobodyListensIsUnreachable() throws Exception {
    line = Line.toNobody(transport);
    await("told").atMost(Line.BOUND).until(() -> !line.complaints.isEmpty());
    assertEquals(1, line.complaints.size(), line.complaints.toString());
    String why = line.complaints.get(0);
    assertTrue(why.startsWith("unreachable: ") && why.contains("Connection refused"), why);
    assertEquals(List.of(), line.story(), "nothing was opened");
  }

  @Test
  void whoeverDoesNotSpeakTlsIsUnreachable() throws Exception {
    line = Line.secure(transport);
    line.server.says(Bytes.of("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await("told").atMost(Line.BOUND).until(() -> !line.complaints.isEmpty());
    assertEquals("FIN", line.server.end());
    assertEquals(1, line.complaints.size(), line.complaints.toString());
    assertTrue(line.complaints.get(0).startsWith("unreachable: "), line.complaints.get(0));
    assertEquals(List.of(), line.story(), "a link is open once TLS is");
  }
}
