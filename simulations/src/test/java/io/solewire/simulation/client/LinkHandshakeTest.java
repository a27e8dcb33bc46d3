package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Event;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From the connect to the admission. */
@ParameterizedClass
@EnumSource(Transport.class)
class LinkHandshakeTest {

  private static final Map<String, String> DIALOGUE =
      Map.of("dialogue", "[{ send: 'hello {user}' }, { expect: welcome }]");

  private static final List<String> ADMITTED =
      List.of(
          "tcp-open",
          "request-sent",
          "upgraded",
          "step-sent",
          "frame-in text 7 welcome",
          "admitted");

  private final Transport transport;
  private Line line;

  LinkHandshakeTest(Transport transport) {
    this.transport = transport;
  }

  @AfterEach
  void close() throws IOException {
    if (line != null) {
      line.close();
    }
  }

  @Test
  void theRequestIsAnUpgradeByRfc6455() throws Exception {
    line = Line.open(transport, Map.of());
    List<String> request = line.server.request();
    assertEquals("GET /ws?user=anna HTTP/1.1", request.get(0));
    assertEquals("127.0.0.1:" + line.server.port(), Server.value(request, "Host"));
    assertEquals("Upgrade", Server.value(request, "Connection"));
    assertEquals("websocket", Server.value(request, "Upgrade"));
    assertEquals("13", Server.value(request, "Sec-WebSocket-Version"));
    byte[] nonce = Base64.getDecoder().decode(Server.value(request, "Sec-WebSocket-Key"));
    assertEquals(16, nonce.length);
    assertEquals(6, request.size(), "and nothing else: " + request);
  }

  @Test
  void headersAndSubprotocolsAreThoseOfTheProfile() throws Exception {
    line =
        Line.open(
            transport,
            Map.of(
                "headers", "{ Host: chat.example, X-Room: 'room of {user}' }",
                "subprotocols", "[chat.v1, 'user.{user}']"));
    List<String> request = line.server.request();
    assertEquals("room of anna", Server.value(request, "X-Room"));
    assertEquals("chat.v1, user.anna", Server.value(request, "Sec-WebSocket-Protocol"));
    assertEquals("127.0.0.1:" + line.server.port(), Server.value(request, "Host"));
  }

  @Test
  void theUserIsEscapedInTheRequestLine() throws Exception {
    line = Line.dial(transport, Map.of(), "ann a\u00e4");
    line.server.accept();
    assertEquals("GET /ws?user=ann%20a%C3%A4 HTTP/1.1", line.server.request().get(0));
  }

  @Test
  void whatIsOpenedAndAskedIsRecordedBeforeAnyAnswer() throws Exception {
    line = Line.open(transport, Map.of());
    line.awaitChange();
    assertEquals(List.of("tcp-open", "request-sent"), line.story());
    assertEquals("subject", line.events.get(0).detail().name());
    assertTrue(line.events.get(1).detail().decides(), "the upgrade decides");
  }

  @Test
  void theFirstMessageMayComeInTheSegmentOfTheResponse() throws Exception {
    line = Line.open(transport, DIALOGUE);
    byte[] response = Server.switching(line.server.request());
    line.server.says(Bytes.join(response, Bytes.text("welcome")));
    line.awaitSeen(ADMITTED);
    assertEquals(ADMITTED, line.story());
    assertEquals(instant("upgraded"), instant("admitted"), "they were read at once");
    Server.Heard hello = line.server.hears();
    assertEquals(0x81, hello.first());
    assertTrue(hello.masked());
    assertEquals("hello anna", hello.text());
  }

  @Test
  void theResponseMayComeByteByByte() throws Exception {
    line = Line.open(transport, DIALOGUE);
    byte[] response = Server.switching(line.server.request());
    line.awaitChange();
    for (byte b : Bytes.join(response, Bytes.text("welcome"))) {
      line.server.says(new byte[] {b});
      line.awaitChange();
    }
    assertEquals(ADMITTED, line.story());
    assertNotEquals(instant("upgraded"), instant("admitted"));
    assertEquals("hello anna", line.server.hears().text());
    assertEquals(List.of(), line.complaints);
  }

  @Test
  void whoeverIsAdmittedByTheUpgradeIsSoAtOnce() throws Exception {
    line = Line.upgraded(transport, Map.of());
    assertEquals(List.of("tcp-open", "request-sent", "upgraded", "admitted"), line.story());
    List<Long> instants = line.events.stream().map(Event::t).toList();
    assertEquals(instants.stream().sorted().toList(), instants);
  }

  @Test
  void aSubprotocolThatWasOfferedIsAccepted() throws Exception {
    line = Line.open(transport, Map.of("subprotocols", "[chat.v1, chat.v2]"));
    List<String> request = line.server.request();
    line.server.says(Server.switching(request, "sec-websocket-protocol: chat.v2"));
    line.awaitSeen(List.of("admitted"));
    assertEquals(List.of(), line.complaints);
  }

  private long instant(String kind) {
    return line.events.stream()
        .filter(event -> event.kind().text().equals(kind))
        .findFirst()
        .orElseThrow()
        .t();
  }
}
