package io.solewire.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.sun.net.httpserver.HttpServer;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Variables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

  private static final String KEY = "a-key-of-at-least-thirty-two-bytes!!";

  @TempDir private Path folder;

  private Profile profile(String... lines) throws Exception {
    Path file = folder.resolve("acme.yaml");
    Files.writeString(
        file, "profile: 1\nurl: ws://h/{user}\nquiet: 200ms\n" + String.join("\n", lines));
    return ProfileReader.read(file, Map.of(), Variables.NONE);
  }

  private Profile accounts(String csv) throws Exception {
    Files.writeString(folder.resolve("users.csv"), csv);
    return profile("credentials: users.csv");
  }

  @Test
  void madeUpUsersAreNeverTheSame() throws Exception {
    Users users = new Users(profile(), "r");
    assertNotEquals(users.next(), users.next());
    assertTrue(users.most().isEmpty());
  }

  @Test
  void accountsAreLentOnceAndKnowTheirColumns() throws Exception {
    Users users = new Users(accounts("user,pin\nanna,1111\nbob,2222\n"), "r");
    assertEquals(Set.of("anna", "bob"), Set.of(users.next(), users.next()));
    assertEquals("2222", users.variables("bob").get("pin").orElseThrow());
    assertEquals(2, users.most().orElseThrow());
  }

  @Test
  void anAccountRestsBeforeItIsLentAgain() throws Exception {
    Users users = new Users(accounts("user\nanna\n"), "r");
    String anna = users.next();
    long back = System.nanoTime();
    users.giveBack(anna);
    assertEquals("anna", users.next());
    assertTrue(System.nanoTime() - back >= Duration.ofMillis(200).toNanos());
  }

  @Test
  void aTokenIsSignedAndIsASecret() throws Exception {
    Profile profile =
        profile("jwt: { secret: " + KEY + ", claims: { sub: '{user}', aud: chat }, expires: 5m }");
    String token = new Users(profile, "r").variables("anna").get("token").orElseThrow();
    DecodedJWT read = JWT.require(Algorithm.HMAC256(KEY)).build().verify(token);
    assertEquals("anna", read.getSubject());
    assertEquals(List.of("chat"), read.getAudience());
    assertEquals(
        300,
        Duration.between(read.getIssuedAtAsInstant(), read.getExpiresAtAsInstant()).toSeconds());
    assertTrue(profile.secrets().values().containsAll(Set.of(token, KEY)));
  }

  @Test
  void aLoginIsMadeOnceForEachUserAndWhatItBringsIsASecret() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = server(200, "{\"jwt\":\"ticket-31415926\"}", asked);
    try {
      Profile profile = profile(login(server));
      Users users = new Users(profile, "r");
      assertEquals("ticket-31415926", users.variables("anna").get("jwt").orElseThrow());
      users.variables("anna");
      assertEquals(1, asked.get());
      assertTrue(profile.secrets().values().contains("ticket-31415926"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aLoginThatFailsSaysWhoseAndHowAndShowsNoAnswer() throws Exception {
    HttpServer server = server(403, "no entry for hunter2", new AtomicInteger());
    try {
      Users users = new Users(profile(login(server)), "r");
      CredentialsException e =
          assertThrows(CredentialsException.class, () -> users.variables("anna"));
      assertEquals("login of anna: the server answered with status 403", e.getMessage());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anAnswerWithoutTheTokenIsNoLogin() throws Exception {
    HttpServer server = server(200, "{}", new AtomicInteger());
    try {
      Users users = new Users(profile(login(server)), "r");
      CredentialsException e =
          assertThrows(CredentialsException.class, () -> users.variables("anna"));
      assertTrue(e.getMessage().contains("nothing in the answer"), e.getMessage());
      assertFalse(e.getMessage().contains("{}"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCommandPrintsTheTokenOrSaysWhyNot() throws Exception {
    Users users = new Users(profile("login: { command: [echo, 'token for {user}'] }"), "r");
    assertEquals("token for anna", users.variables("anna").get("token").orElseThrow());
    Users failing = new Users(profile("login: { command: ['false'] }"), "r");
    CredentialsException e =
        assertThrows(CredentialsException.class, () -> failing.variables("anna"));
    assertEquals("login of anna: the command ended with status 1", e.getMessage());
    Users nobody = new Users(profile("login: { command: [there-is-no-such-program] }"), "r");
    assertThrows(CredentialsException.class, () -> nobody.variables("anna"));
  }

  private static String login(HttpServer server) {
    return "login: { http: { url: 'http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/login', body: '{user}', capture: { jwt: '\"jwt\":\"([^\"]+)\"' } } }";
  }

  private static HttpServer server(int status, String body, AtomicInteger asked)
      throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/login",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }
}
