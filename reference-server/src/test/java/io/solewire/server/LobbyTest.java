package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import io.solewire.server.identity.Access;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in by the first message (rules A4, A7). */
final class LobbyTest {
  private static final String ERROR = "{\"type\":\"error\",\"reason\":\"already authenticated\"}";

  private ReferenceServer server;

  @BeforeEach
  void start() throws Exception {
    Access access = new Access(true, Optional.empty(), false);
    server = ReferenceServer.start(ServerConfig.builder().access(access).force(Duel.FORCE).build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String auth(String user, String token) {
    return "{\"type\":\"auth\",\"user\":\"" + user + "\",\"token\":\"" + token + "\"}";
  }

  private RawClient guest() throws Exception {
    return RawClient.at(server, "/auth");
  }

  private RawClient admitted(String user) throws Exception {
    RawClient client = guest();
    client.text(auth(user, "token-of-" + user));
    String welcome = client.said();
    assertTrue(welcome.startsWith("{\"type\":\"welcome\",\"user\":\"" + user + "\""), welcome);
    return client;
  }

  @Test
  void theTakeoverHappensAtTheFirstMessageAndNotBefore() throws Exception {
    try (RawClient older = admitted("u");
        RawClient newer = guest()) {
      assertTrue(newer.alive(), "a Ping is answered before the login");
      assertInstanceOf(Seen.Nothing.class, older.next(Duel.MOMENT));
      newer.text(auth("u", "token-of-u"));
      assertTrue(newer.said().startsWith("{\"type\":\"welcome\""));
      assertEquals(4409, older.closed());
      assertEquals(1, new HttpProbe(server).publish("u", "hi"));
      assertEquals("hi", newer.said());
    }
  }

  @Test
  void bothWaysInLeadToTheSamePlace() throws Exception {
    try (RawClient older = RawClient.at(server, "/ws?user=u&token=token-of-u");
        RawClient newer = admitted("u");
        RawClient newest = RawClient.at(server, "/ws?user=u&token=token-of-u")) {
      assertEquals(4409, older.closed());
      assertEquals(4409, newer.closed());
      assertTrue(newest.alive());
    }
  }

  @Test
  void anyOtherFirstMessageIsRefusedAndTouchesNobody() throws Exception {
    try (RawClient incumbent = admitted("u")) {
      String[] wrong = {
        auth("u", "guess"),
        auth("u", "token-of-v"),
        auth("", "token-of-"),
        "hello",
        "{}",
        "{",
        "{\"type\":\"auth\",\"user\":\"u\"}",
        "{\"type\":\"ping\",\"id\":1}"
      };
      for (String first : wrong) {
        try (RawClient client = guest()) {
          client.text(first);
          client.text(auth("u", "token-of-u"));
          assertEquals(4401, client.closed(), first);
        }
      }
      try (RawClient client = guest()) {
        client.frame(2, new byte[] {1});
        Seen.Frame close = (Seen.Frame) client.next(RawClient.WITHIN);
        assertEquals(4401, close.code(), "binary");
        assertEquals("expected a message of type auth", close.text().substring(2), "at once");
      }
      assertInstanceOf(Seen.Nothing.class, incumbent.next(Duel.MOMENT));
      assertTrue(incumbent.alive());
    }
  }

  @Test
  void whoeverSaysNothingIsRefusedAfterTwoSecondsAndCut() throws Exception {
    try (RawClient client = guest()) {
      assertInstanceOf(Seen.Nothing.class, client.next(Duel.FORCE.minusMillis(500)));
      assertEquals(4401, client.closed());
      assertInstanceOf(Seen.End.class, client.end(Duel.FORCE));
    }
  }

  @Test
  void aGuestMayLeaveBeforeItHasSaidWhoItIs() throws Exception {
    try (RawClient client = guest()) {
      client.frame(RawClient.CLOSE, new byte[0]);
      assertEquals(1005, client.closed());
      assertEquals(new Seen.End(false), client.next(Duel.WITHIN));
    }
  }

  @Test
  void loggingInTwiceIsNoTakeover() throws Exception {
    try (RawClient client = admitted("u");
        RawClient other = admitted("v")) {
      client.text(auth("u", "token-of-u"));
      assertEquals(ERROR, client.said());
      client.text(auth("v", "token-of-v"));
      assertEquals(ERROR, client.said());
      assertTrue(client.alive() && other.alive());
    }
  }

  @Test
  void theDeadlineOfTheLoginIsNoDeadlineOfTheUser() throws Exception {
    try (RawClient client = admitted("u")) {
      assertInstanceOf(Seen.Nothing.class, client.next(Duel.FORCE.plusMillis(500)));
      assertTrue(client.alive());
    }
  }

  @Test
  void aGuestIsToldWhenTheServerGoesAway() throws Exception {
    try (RawClient user = admitted("u");
        RawClient guest = guest()) {
      server.close();
      assertEquals(1001, guest.closed());
      assertEquals(1001, user.closed());
      assertEquals(new Seen.End(false), user.next(Duel.WITHIN), "one Close is enough");
    }
  }
}
