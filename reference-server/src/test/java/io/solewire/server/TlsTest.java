package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same server behind TLS. */
@Timeout(60) // a cold Java encrypts slowly where many tests run at once
final class TlsTest {
  @TempDir private static Path folder;
  private static Certificate identity;
  private static SSLContext trusted;

  @BeforeAll
  static void certify() throws Exception {
    identity = Certificate.in(folder);
    trusted = identity.trusted();
  }

  @Test
  void theRuleHoldsBehindTls() throws Exception {
    Tls tls = new Tls(identity.certificate(), identity.key());
    try (ReferenceServer server =
            ReferenceServer.start(ServerConfig.builder().force(Duel.FORCE).tls(tls).build());
        RawClient older = RawClient.tls(server, trusted, "/ws?user=u");
        RawClient silent = RawClient.tls(server, trusted, "/ws?user=u");
        RawClient newer = RawClient.tls(server, trusted, "/ws?user=u")) {
      assertTrue(server.webSocketUri().toString().startsWith("wss://127.0.0.1:"));
      Seen.Frame close = (Seen.Frame) older.next(RawClient.WITHIN);
      assertEquals(4409, close.code());
      older.echoClose(close);
      assertEquals(new Seen.End(false), older.next(RawClient.WITHIN));
      assertEquals(4409, silent.closed());
      assertInstanceOf(Seen.End.class, silent.end(Duel.FORCE.plusMillis(500)), "it is cut");
      assertTrue(newer.alive());
      HttpRequest health = HttpRequest.newBuilder(server.uri().resolve("/health")).build();
      HttpClient http = HttpClient.newBuilder().sslContext(trusted).build();
      assertEquals(200, http.send(health, BodyHandlers.ofString()).statusCode());
    }
  }

  @Test
  void aPeerThatNeverReadsIsCutBehindTlsToo() throws Exception {
    Tls tls = new Tls(identity.certificate(), identity.key());
    try (ReferenceServer server =
            ReferenceServer.start(ServerConfig.builder().force(Duel.FORCE).tls(tls).build());
        RawClient stubborn = RawClient.narrowTls(server, trusted, "/ws?user=u");
        RawClient sender = RawClient.tls(server, trusted, "/ws?user=v")) {
      byte[] large = ("{\"to\":\"u\",\"text\":\"" + "x".repeat(700_000) + "\"}").getBytes();
      for (int i = 0; i < 6; i++) {
        sender.frame(RawClient.TEXT, large);
      }
      assertTrue(sender.alive(), "all of it has been dealt with");
      try (RawClient newer = RawClient.tls(server, trusted, "/ws?user=u")) {
        await().atMost(RawClient.WITHIN).until(() -> count(server) == 1);
        newer.text("echo last");
        assertEquals("echo last", lastOf(newer), "after what the older one did not take");
        assertInstanceOf(Seen.End.class, stubborn.end(RawClient.WITHIN));
      }
    }
  }

  /** The first text that is not passed on from another client. */
  private static String lastOf(RawClient client) throws Exception {
    String text = client.said();
    for (int i = 0; i < 6 && text.startsWith("{"); i++) {
      text = client.said();
    }
    return text;
  }

  /** How many connections of the user u are listed. */
  private static int count(ReferenceServer server) throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(trusted).build();
    HttpRequest list = HttpRequest.newBuilder(server.uri().resolve("/users/u/connections")).build();
    return http.send(list, BodyHandlers.ofString()).body().split("\"id\"").length - 1;
  }

  @Test
  void whatIsNoKeyIsSaidNotToBe() throws Exception {
    Path text = Files.writeString(folder.resolve("note.txt"), "no key");
    ServerConfig config = ServerConfig.builder().tls(new Tls(text, text)).build();
    ServerStartException e =
        assertThrows(ServerStartException.class, () -> ReferenceServer.start(config));
    assertTrue(e.getMessage().startsWith("no PEM certificate and PKCS #8 key in "), e.getMessage());
  }
}
