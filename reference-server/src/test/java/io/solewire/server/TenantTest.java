package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same user in two tenants is two users (rule E2). */
final class TenantTest {
  private ReferenceServer server;

  @BeforeEach
  void start() throws Exception {
    server = ReferenceServer.start(ServerConfig.builder().build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTakeoverStaysWithinItsTenant() throws Exception {
    try (RawClient none = RawClient.open(server, "u");
        RawClient red = RawClient.at(server, "/ws/red?user=u");
        RawClient slash = RawClient.open(server, "red/u");
        RawClient blue = RawClient.at(server, "/ws/blue?user=u");
        RawClient newer = RawClient.at(server, "/ws/re%64?user=u")) {
      assertEquals(4409, red.closed());
      assertInstanceOf(Seen.Nothing.class, blue.next(Duel.MOMENT));
      assertTrue(newer.alive() && blue.alive() && none.alive() && slash.alive());
    }
  }

  @Test
  void aFirstMessageLogsInToTheTenantOfItsPath() throws Exception {
    try (RawClient none = RawClient.open(server, "u");
        RawClient red = RawClient.at(server, "/ws/red?user=u");
        RawClient newer = RawClient.at(server, "/auth/red")) {
      newer.text("{\"type\":\"auth\",\"user\":\"u\"}");
      assertTrue(newer.said().contains("welcome"));
      assertEquals(4409, red.closed());
      assertTrue(none.alive());
    }
  }

  @Test
  void messagesTopicsAndTheApiStayWithinTheTenant() throws Exception {
    HttpProbe http = new HttpProbe(server);
    try (RawClient none = RawClient.open(server, "u");
        RawClient red = RawClient.at(server, "/ws/red?user=u");
        RawClient sender = RawClient.at(server, "/ws/red?user=v")) {
      sender.text("{\"to\":\"u\",\"text\":\"hi\"}");
      assertTrue(red.said().contains("\"hi\""));
      red.text("{\"type\":\"subscribe\",\"topic\":\"t\"}");
      assertTrue(red.said().contains("subscribed"));
      assertEquals("{\"delivered\":0}", http.send("POST", "/topics/t/messages", "x").body());
      assertEquals(
          "{\"delivered\":1}", http.send("POST", "/tenants/red/topics/t/messages", "x").body());
      assertTrue(red.said().contains("\"x\""));
      assertEquals(
          "{\"delivered\":1}", http.send("POST", "/tenants/red/users/u/messages", "y").body());
      assertEquals("y", red.said());
      assertEquals(1, http.get("/tenants/red/users/u/connections").get("connections").size());
      assertEquals(0, http.get("/tenants/blue/users/u/connections").get("connections").size());
      assertTrue(none.alive());
    }
  }

  @Test
  void anObserverIsShownItsOwnTenant() throws Exception {
    try (RawClient observer = RawClient.at(server, "/presence/red");
        RawClient none = RawClient.open(server, "u");
        RawClient red = RawClient.at(server, "/ws/red?user=v")) {
      assertEquals("{\"type\":\"online\",\"user\":\"v\"}", observer.said());
      assertTrue(none.alive() && red.alive() && observer.alive());
    }
  }

  @Test
  void whatNamesNoTenantIsNoEndpoint() throws Exception {
    assertEquals(404, RawClient.status(server, "/ws/?user=u"));
    assertEquals(404, RawClient.status(server, "/ws/a/b?user=u"));
    assertEquals(400, RawClient.status(server, "/ws/%ff?user=u"));
    assertEquals(400, RawClient.status(server, "/ws/red?user="));
  }
}
