package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.identity.Access;
import io.solewire.server.identity.Tokens;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who proves to be who (rules A4, H5). */
final class TokenTest {
  private static ReferenceServer server(Optional<String> secret, boolean byToken) throws Exception {
    Access access = new Access(true, secret, byToken);
    return ReferenceServer.start(ServerConfig.builder().access(access).build());
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }

  @Test
  void aTokenInTheHeaderOrInTheQueryLetsItsUserIn() throws Exception {
    try (ReferenceServer server = server(Optional.empty(), false);
        RawClient older = RawClient.at(server, "/ws?user=u", bearer("token-of-u"));
        RawClient newer = RawClient.at(server, "/ws?user=u&token=token-of-u");
        RawClient other = RawClient.at(server, "/ws?user=a%20b", bearer("token-of-a%20b"))) {
      assertEquals(4409, older.closed());
      assertTrue(newer.alive() && other.alive());
    }
  }

  @Test
  void aTokenThatIsMissingWrongOrAnothersTouchesNobody() throws Exception {
    try (ReferenceServer server = server(Optional.empty(), false);
        RawClient incumbent = RawClient.at(server, "/ws?user=u&token=token-of-u")) {
      assertEquals(401, RawClient.status(server, "/ws?user=u"));
      assertEquals(401, RawClient.status(server, "/ws?user=u&token=guess"));
      assertEquals(401, RawClient.status(server, "/ws?user=u", bearer("token-of-")));
      assertEquals(401, RawClient.status(server, "/ws?user=u", "Authorization: Basic token-of-u"));
      assertEquals(403, RawClient.status(server, "/ws?user=u", bearer("token-of-v")));
      assertEquals(
          401, RawClient.status(server, "/ws?user=u&token=token-of-u", bearer("wrong")), "header");
      assertEquals(400, RawClient.status(server, "/ws?token=token-of-u"));
      assertInstanceOf(Seen.Nothing.class, incumbent.next(Duel.MOMENT));
      assertTrue(incumbent.alive());
      assertEquals(1, new HttpProbe(server).publish("u", "still here?"));
      assertEquals("still here?", incumbent.said());
    }
  }

  @Test
  void withASecretATokenIsSigned() throws Exception {
    Optional<String> secret = Optional.of("s3cret");
    String token = "token-of-u.wkbjWATBx_iw-d-SneW72es61XCws_vbN3RqZevmAVA";
    assertEquals(token, new Tokens(secret).of("u"));
    try (ReferenceServer server = server(secret, false);
        RawClient client = RawClient.at(server, "/ws?user=u", bearer(token))) {
      assertEquals(401, RawClient.status(server, "/ws?user=u", bearer("token-of-u")));
      assertEquals(401, RawClient.status(server, "/ws?user=u", bearer(token + "x")));
      String others = new Tokens(secret).of("v");
      assertEquals(403, RawClient.status(server, "/ws?user=u", bearer(others)));
      assertEquals(
          401, RawClient.status(server, "/ws?user=u", bearer(others.replace("-v.", "-u."))));
      assertTrue(client.alive());
    }
  }

  @Test
  void identifiedByTokenNobodyEvictsWhoeverTheyName() throws Exception {
    try (ReferenceServer server = server(Optional.empty(), true);
        RawClient victim = RawClient.at(server, "/ws", bearer("token-of-v"));
        RawClient attacker = RawClient.at(server, "/ws?user=v", bearer("token-of-u"))) {
      assertInstanceOf(Seen.Nothing.class, victim.next(Duel.MOMENT));
      assertTrue(victim.alive() && attacker.alive());
      HttpProbe http = new HttpProbe(server);
      assertEquals(1, http.publish("u", "for the attacker"));
      assertEquals("for the attacker", attacker.said());
      assertEquals(401, RawClient.status(server, "/ws?user=v"));
    }
  }
}
