package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no handshake is refused by its name, and TCP ends. */
final class UpgradeTest {
  private static ReferenceServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ReferenceServer.start(ServerConfig.builder().build());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> malformed() {
    String good = RawClient.request("/ws?user=u");
    return Stream.of(
        Arguments.of("no key", good.replaceAll("Sec-WebSocket-Key[^\r]*\r\n", ""), 400),
        Arguments.of("short key", good.replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhl"), 400),
        Arguments.of("key is no base64", good.replace("dGhl", "!!!!"), 400),
        Arguments.of("two keys", good.replace("Host", "Sec-WebSocket-Key: x\r\nHost"), 400),
        Arguments.of("old version", good.replace("Version: 13", "Version: 8"), 426),
        Arguments.of("no version", good.replace("Sec-WebSocket-Version: 13\r\n", ""), 426),
        Arguments.of("no Upgrade", good.replace("Upgrade: websocket\r\n", ""), 426),
        Arguments.of("other Upgrade", good.replace("websocket", "h2c"), 426),
        Arguments.of("no Connection", good.replace("Connection: Upgrade\r\n", ""), 400),
        Arguments.of("no Host", good.replace("Host: localhost\r\n", ""), 400),
        Arguments.of("HTTP/1.0", good.replace("HTTP/1.1", "HTTP/1.0"), 400),
        Arguments.of("POST", good.replace("GET", "POST"), 405),
        Arguments.of("no user", RawClient.request("/ws"), 400),
        Arguments.of("empty user", RawClient.request("/ws?user="), 400),
        Arguments.of("two users", RawClient.request("/ws?user=u&user=v"), 400),
        Arguments.of("broken escape", RawClient.request("/ws?user=%4"), 400),
        Arguments.of("not UTF-8", RawClient.request("/ws?user=%ff"), 400),
        Arguments.of("header without colon", good.replace("Host: localhost", "Host"), 400),
        Arguments.of("other path", RawClient.request("/wss?user=u"), 404));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("malformed")
  void whatIsNoHandshakeIsRefused(String name, String request, int status) throws Exception {
    try (RawClient client = RawClient.tcp(server)) {
      client.write(request);
      String head = client.head();
      assertTrue(head.startsWith("HTTP/1.1 " + status), head);
      assertEquals(status == 426, head.toLowerCase().contains("sec-websocket-version: 13"), head);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wellFormed")
  void whatIsAHandshakeIsAccepted(String name, String request) throws Exception {
    try (RawClient client = RawClient.tcp(server)) {
      client.write(request);
      assertTrue(client.head().startsWith("HTTP/1.1 101"), name);
      assertTrue(client.alive());
      client.frame(RawClient.CLOSE, new byte[0]);
      assertInstanceOf(Seen.End.class, client.end(Duel.WITHIN));
    }
  }

  static Stream<Arguments> wellFormed() {
    return Stream.of(
        Arguments.of("as browsers do", request().replace(": Upgrade", ": keep-alive, Upgrade")),
        Arguments.of("other case", request().replace("websocket", "WebSocket")),
        Arguments.of(
            "extensions", request().replace("Host", "Sec-WebSocket-Extensions: x\r\nHost")),
        Arguments.of(
            "protocols", request().replace("Host", "Sec-WebSocket-Protocol: chat\r\nHost")),
        Arguments.of("more parameters", request().replace("user=", "a=b&c&user=")));
  }

  /** Each for a user of its own: these run at once. */
  private static String request() {
    return RawClient.request("/ws?user=" + UUID.randomUUID());
  }
}
