package io.solewire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head of an HTTP message, in whatever pieces it comes. */
class HttpHeadTest {

  private static HttpHead read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    HttpHead head = new HttpHead();
    head.read(bytes, 0, bytes.length);
    return head;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "HTTP/1.1 101 Switching Protocols, 101",
    "HTTP/1.0 409, 409",
    "HTTP/1.1 503  Service  Unavailable, 503",
    "HTTP/1.1 1011 Too Long, -1",
    "HTTP/1.1 99 Too Short, -1",
    "HTTP/1.1 4x4 No Number, -1",
    "HTTP/1.1, -1",
    "HTTP/1.1  101 Two Blanks, -1",
    "ICY 200 OK, -1"
  })
  void theStatusHasThreeDigitsAfterTheVersion(String line, int status) {
    assertEquals(status, read(line + "\r\n\r\n").status());
  }

  @Test
  void whatFollowsTheEmptyLineBelongsToNobody() {
    byte[] bytes =
        "HTTP/1.1 101 x\r\nA: 1\r\na:  2 \r\n\r\n\u0081\u0000"
            .getBytes(StandardCharsets.ISO_8859_1);
    HttpHead head = new HttpHead();
    int at = 0;
    for (int to = 1; to <= bytes.length && !head.complete(); to++) {
      at = head.read(bytes, at, to);
    }
    assertEquals(bytes.length - 2, at);
    assertEquals("HTTP/1.1 101 x", head.firstLine());
    assertEquals(List.of("1", "2"), head.header("A"));
  }

  @Test
  void whatCannotBecomeHttpIsKnownAtItsFirstByte() {
    assertTrue(read("S").isNoHttp());
    assertFalse(read("HTT").isNoHttp());
  }
}
