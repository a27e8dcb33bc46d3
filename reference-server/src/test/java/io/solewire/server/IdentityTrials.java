package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.server.identity.Access;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults of who a client is taken for (rules A1, A4, A7, B7, E2, H1, H2, H5). */
final class IdentityTrials {
  private static final String VICTIM = "/ws?user=v&token=token-of-v";
  private static final String ERROR = "{\"type\":\"error\",\"reason\":\"already authenticated\"}";

  private IdentityTrials() {}

  static Stream<Trial> all() {
    return Stream.of(
        Trial.guarded("evicts-before-auth", "was: <Close 4409>", IdentityTrials::guessByUpgrade),
        Trial.guarded("evicts-before-auth", "was: <Close 4409>", IdentityTrials::guessByMessage),
        Trial.guarded("trusts-claimed-user", "was: <101", IdentityTrials::anothersByUpgrade),
        Trial.guarded("trusts-claimed-user", "welcome", IdentityTrials::anothersByMessage),
        new Trial("trusts-claimed-user", "was: <Close 4409>", IdentityTrials::namedBesideToken),
        Trial.of("relogin-evicts-self", "Close 4409", IdentityTrials::secondLoginAfterUpgrade),
        Trial.guarded("relogin-evicts-self", "Close 4409", IdentityTrials::secondLogin),
        Trial.guarded("refuses-as-replaced", "was: <101, Close 4409>", IdentityTrials::refused),
        Trial.guarded("refuses-as-replaced", "was: <4409>", IdentityTrials::refusedByMessage),
        new Trial("node-local", "was: <" + Trial.nothing(), IdentityTrials::twoNodes),
        Trial.of("looks-at-address", "was: <" + Trial.nothing(), IdentityTrials::twoAddresses),
        Trial.of("one-tenant", "was: <Close 4409>", IdentityTrials::twoTenants),
        Trial.of("folds-case", "was: <Close 4409>", IdentityTrials::twoCases),
        Trial.of("keeps-percent-signs", "was: <" + Trial.nothing(), IdentityTrials::encoded));
  }

  private static String auth(String user, String token) {
    return "{\"type\":\"auth\",\"user\":\"" + user + "\",\"token\":\"" + token + "\"}";
  }

  /** To two nodes, one after the other. */
  private static void twoNodes(ServerConfig.Builder settings) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(settings.nodePorts(List.of(0)).build());
        RawClient older = RawClient.open(server, 0, "u");
        RawClient newer = RawClient.open(server, 1, "u")) {
      assertEquals("Close 4409", Trial.next(older, Trial.LONG));
      untouched(newer);
    }
  }

  private static void twoAddresses(ReferenceServer server) throws Exception {
    try (RawClient older = RawClient.open(server, "u");
        RawClient newer = RawClient.elsewhere(server, "u")) {
      assertEquals("Close 4409", Trial.next(older, Trial.LONG));
      untouched(newer);
    }
  }

  private static void untouched(RawClient client) throws Exception {
    assertEquals(Trial.nothing(), Trial.next(client, Trial.LONG));
  }

  /** The status, and what follows a 101. */
  private static String answer(ReferenceServer server, String target) throws Exception {
    try (RawClient client = RawClient.tcp(server)) {
      client.write(RawClient.request(target));
      String status = client.head().substring(9, 12);
      return status.equals("101") ? status + ", " + Trial.next(client, Trial.LONG) : status;
    }
  }

  private static void guessByUpgrade(ReferenceServer server) throws Exception {
    try (RawClient victim = RawClient.at(server, VICTIM)) {
      assertEquals("401", answer(server, "/ws?user=v&token=guess"));
      assertEquals("403", answer(server, "/ws?user=v&token=token-of-u"));
      untouched(victim);
    }
  }

  private static void guessByMessage(ReferenceServer server) throws Exception {
    try (RawClient victim = RawClient.at(server, VICTIM);
        RawClient guest = RawClient.at(server, "/auth")) {
      guest.text(auth("v", "guess"));
      assertEquals(4401, guest.closed());
      untouched(victim);
    }
  }

  private static void anothersByUpgrade(ReferenceServer server) throws Exception {
    try (RawClient victim = RawClient.at(server, VICTIM)) {
      assertEquals("401", answer(server, "/ws?user=v&token=guess"));
      assertEquals("403", answer(server, "/ws?user=v&token=token-of-u"));
      untouched(victim);
    }
  }

  private static void anothersByMessage(ReferenceServer server) throws Exception {
    try (RawClient victim = RawClient.at(server, VICTIM);
        RawClient guest = RawClient.at(server, "/auth")) {
      guest.text(auth("v", "token-of-u"));
      assertEquals(4401, guest.closed());
      untouched(victim);
    }
  }

  private static void namedBesideToken(ServerConfig.Builder settings) throws Exception {
    Access byToken = new Access(true, Optional.empty(), true);
    try (ReferenceServer server = ReferenceServer.start(settings.access(byToken).build());
        RawClient victim = RawClient.at(server, "/ws?token=token-of-v");
        RawClient attacker = RawClient.at(server, "/ws?user=v&token=token-of-u")) {
      untouched(victim);
      untouched(attacker);
    }
  }

  private static void secondLoginAfterUpgrade(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      client.text(auth("u", ""));
      assertEquals(ERROR, client.said());
    }
  }

  private static void secondLogin(ReferenceServer server) throws Exception {
    try (RawClient client = RawClient.at(server, "/auth")) {
      client.text(auth("u", "token-of-u"));
      client.said();
      client.text(auth("u", "token-of-u"));
      assertEquals(ERROR, client.said());
    }
  }

  private static void refused(ReferenceServer server) throws Exception {
    try (RawClient other = RawClient.at(server, VICTIM)) {
      assertEquals("401", answer(server, "/ws?user=v&token=guess"));
      untouched(other);
    }
  }

  private static void refusedByMessage(ReferenceServer server) throws Exception {
    try (RawClient guest = RawClient.at(server, "/auth")) {
      guest.text(auth("v", "guess"));
      assertEquals(4401, guest.closed());
    }
  }

  private static void twoTenants(ReferenceServer server) throws Exception {
    HttpProbe http = new HttpProbe(server);
    try (RawClient one = RawClient.at(server, "/ws/a?user=u");
        RawClient two = RawClient.at(server, "/ws/b?user=u")) {
      String answer = http.send("POST", "/tenants/b/users/u/messages", "for two").body();
      assertEquals("{\"delivered\":1}", answer);
      assertEquals("for two", two.said());
      untouched(one);
    }
  }

  private static void twoCases(ReferenceServer server) throws Exception {
    try (RawClient one = RawClient.open(server, "Bob");
        RawClient two = RawClient.open(server, "bob")) {
      assertEquals(1, new HttpProbe(server).publish("bob", "for two"));
      assertEquals("for two", two.said());
      untouched(one);
    }
  }

  private static void encoded(ReferenceServer server) throws Exception {
    try (RawClient older = RawClient.open(server, "ab");
        RawClient newer = RawClient.open(server, "%61b")) {
      assertEquals("Close 4409", Trial.next(older, Trial.LONG));
      untouched(newer);
    }
  }
}
