package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.wire.HttpHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 6455 section 4.1 wants a client to fail for. */
class AnswerTest {

  /** The example of section 1.3. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade: websocket;Connection: Upgrade|",
        "upgrade: WebSocket;connection: keep-alive, upgrade|",
        "Connection: Upgrade|its 101 does not say Upgrade: websocket",
        "Upgrade: h2c;Connection: Upgrade|its 101 does not say Upgrade: websocket",
        "Upgrade: websocket|its 101 does not say Connection: Upgrade",
        "Upgrade: websocket;Connection: close|its 101 does not say Connection: Upgrade",
        "Upgrade: websocket;Connection: Upgrade;Sec-WebSocket-Extensions: permessage-deflate|"
            + "it speaks an extension that was not offered: permessage-deflate",
      })
  void anAnswerIsRefusedForWhatItLacksOrAdds(String headers, String expected) {
    String text =
        "HTTP/1.1 101 x\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
            + headers.replace(";", "\r\n")
            + "\r\n\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    HttpHead head = new HttpHead();
    head.read(bytes, 0, bytes.length);
    assertEquals(expected == null ? "" : expected, Answer.problem(head, KEY, List.of()).orElse(""));
  }
}
