package io.solewire.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.solewire.server.RawClient.Seen;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at connections, closing them, sending messages. */
final class HttpApiTest {
  private ReferenceServer server;
  private HttpProbe http;

  @BeforeEach
  void start() throws Exception {
    server = ReferenceServer.start(ServerConfig.builder().build());
    http = new HttpProbe(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsAConnectionWithTheSixThingsThereAreToKnow() throws Exception {
    assertEquals("{\"connections\":[]}", http.send("GET", "/users/a%20b/connections", "").body());
    try (RawClient client = RawClient.open(server, "a+b")) {
      JsonNode only = http.connections("a%20b").get(0);
      assertEquals("c1", only.get("id").asText());
      assertEquals("a b", only.get("owner").asText());
      assertEquals("open", only.get("status").asText());
      assertTrue(only.get("acknowledged").asBoolean());
      assertEquals(36, only.get("session").asText().length());
      assertTrue(Instant.parse(only.get("since").asText()).isBefore(Instant.now().plusSeconds(1)));
      assertEquals(6, only.size());
      assertTrue(client.alive());
    }
  }

  @Test
  void listsAnEvictedConnectionUntilItHasEnded() throws Exception {
    try (Duel duel = Duel.begin(server).admitted()) {
      JsonNode both = http.connections(Duel.USER);
      assertEquals("superseded", both.get(0).get("status").asText());
      assertEquals("open", both.get(1).get("status").asText());
      duel.echo();
      await().atMost(Duel.WITHIN).until(() -> http.connections(Duel.USER).size() == 1);
    }
  }

  @Test
  void closesOneConnectionWithACodeThatIsNotTheEvictions() throws Exception {
    try (RawClient client = RawClient.open(server, "u")) {
      var reply = http.sendAsync("DELETE", "/users/u/connections/c1");
      Seen.Frame close = (Seen.Frame) client.next(Duel.WITHIN);
      assertEquals(4410, close.code());
      client.frame(RawClient.CLOSE, close.payload());
      assertEquals("{\"closed\":1,\"failed\":[]}", reply.join().body());
      assertEquals(0, http.publish("u", "anybody?"));
    }
  }

  @Test
  void closesAllOfThemAlsoThoseThatStaySilent() throws Exception {
    try (ReferenceServer brisk =
            ReferenceServer.start(ServerConfig.builder().force(Duel.FORCE).build());
        Duel duel = Duel.begin(brisk)) {
      duel.admitted();
      HttpProbe probe = new HttpProbe(brisk);
      JsonNode report = probe.json("DELETE", "/users/" + Duel.USER + "/connections", "");
      assertEquals("{\"closed\":2,\"failed\":[]}", report.toString());
      assertEquals(0, probe.connections(Duel.USER).size());
    }
  }

  @Test
  void saysWhichConnectionDidNotClose() throws Exception {
    try (ReferenceServer patient =
            ReferenceServer.start(
                ServerConfig.builder().force(Duel.FORCE).fault("waits-for-echo").build());
        Duel duel = Duel.begin(patient)) {
      JsonNode report =
          new HttpProbe(patient).json("DELETE", "/users/" + Duel.USER + "/connections", "");
      assertEquals(0, report.get("closed").asInt());
      assertEquals(
          "failed to close c1: TCP has not ended within 2000 ms",
          report.get("failed").get(0).get("reason").asText());
      assertTrue(duel.older().next(Duel.MOMENT) instanceof Seen.Nothing);
    }
  }

  @Test
  void sendsAMessageToTheCurrentConnection() throws Exception {
    assertEquals("{\"delivered\":0}", http.send("POST", "/users/u/messages", "hi").body());
    try (RawClient client = RawClient.open(server, "u")) {
      assertEquals("{\"delivered\":1}", http.send("POST", "/users/u/messages", "grüß").body());
      assertEquals("grüß", ((Seen.Frame) client.next(Duel.WITHIN)).text());
    }
  }

  @Test
  void isUpAndCounts() throws Exception {
    assertEquals("{\"status\":\"up\"}", http.send("GET", "/health", "").body());
    try (RawClient client = RawClient.open(server, "u")) {
      assertTrue(client.alive());
      assertTrue(http.metric("solewire_connections 1.0"));
      assertTrue(http.metric("solewire_takeovers_total 0.0"));
      assertTrue(http.metric("solewire_evictions_total{kind=\"echoed\"} 0.0"));
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertStatus(404, "GET", "/");
    assertStatus(404, "GET", "/nothing");
    assertStatus(404, "GET", "/users//connections");
    assertStatus(404, "DELETE", "/users/u/connections/c99");
    assertStatus(405, "PUT", "/users/u/connections");
    assertStatus(405, "GET", "/users/u/messages");
    assertStatus(400, "GET", "/users/%ff/connections");
    assertEquals(
        "DELETE, GET",
        http.send("PUT", "/users/u/connections", "").headers().firstValue("allow").orElse(""));
    assertEquals(
        "{\"error\":\"user u has no such connection: c99\"}",
        http.send("DELETE", "/users/u/connections/c99", "").body());
  }

  private void assertStatus(int status, String method, String path) throws Exception {
    HttpResponse<String> response = http.send(method, path, "");
    assertEquals(status, response.statusCode(), method + " " + path);
    assertTrue(response.body().startsWith("{\"error\":"), response.body());
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws Exception {
    try (Duel duel = Duel.begin(server).admitted();
        RawClient pipe = RawClient.tcp(server)) {
      pipe.write(
          "DELETE /users/"
              + Duel.USER
              + "/connections/c2 HTTP/1.1\r\nHost: x\r\n\r\n"
              + "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
      Seen.Frame close = (Seen.Frame) duel.newer().next(Duel.WITHIN);
      assertTrue(pipe.next(Duel.MOMENT) instanceof Seen.Nothing, "the second waits for the first");
      duel.newer().frame(RawClient.CLOSE, close.payload());
      assertTrue(pipe.head().startsWith("HTTP/1.1 200"), "the slow one first");
    }
  }
}
