package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which names are one user, everywhere (rule H1). */
final class IdentityTest {
  private static final String COMPOSED = "caf%C3%A9";
  private static final String DECOMPOSED = "cafe%CC%81";

  @Test
  void foldedCaseIsOneUserAtAdmissionInRoutingAndInPresence() throws Exception {
    try (ReferenceServer server =
            ReferenceServer.start(ServerConfig.builder().foldCase(true).build());
        RawClient observer = RawClient.at(server, "/presence");
        RawClient older = RawClient.open(server, "Bob");
        RawClient newer = RawClient.at(server, "/ws?user=bOB&greet=1")) {
      assertEquals(4409, older.closed());
      assertTrue(newer.said().contains("\"user\":\"bob\""));
      assertEquals("{\"type\":\"online\",\"user\":\"bob\"}", observer.said());
      assertEquals(1, new HttpProbe(server).publish("BOB", "by http"));
      assertEquals("by http", newer.said());
      newer.text("{\"to\":\"boB\",\"text\":\"by message\"}");
      assertTrue(newer.said().contains("by message"));
      try (RawClient newest = RawClient.at(server, "/auth")) {
        newest.text("{\"type\":\"auth\",\"user\":\"BOb\"}");
        assertTrue(newest.said().contains("\"user\":\"bob\""));
        assertEquals(4409, newer.closed());
      }
      assertEquals("{\"type\":\"offline\",\"user\":\"bob\"}", observer.said());
    }
  }

  @Test
  void foldedCaseKnowsMoreThanAscii() throws Exception {
    try (ReferenceServer server =
            ReferenceServer.start(ServerConfig.builder().foldCase(true).build());
        RawClient sigma = RawClient.open(server, "%CF%83");
        RawClient last = RawClient.open(server, "%CF%82")) {
      assertEquals(4409, sigma.closed(), "the two small sigmas have one capital");
      assertTrue(last.alive());
    }
  }

  @Test
  void byDefaultCaseAndUnicodeFormCount() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(ServerConfig.builder().build());
        RawClient bob = RawClient.open(server, "bob");
        RawClient other = RawClient.open(server, "Bob");
        RawClient composed = RawClient.open(server, COMPOSED);
        RawClient decomposed = RawClient.open(server, DECOMPOSED)) {
      assertTrue(bob.alive() && other.alive() && composed.alive() && decomposed.alive());
      assertEquals(1, new HttpProbe(server).publish(COMPOSED, "hi"));
      assertEquals("hi", composed.said());
      assertTrue(decomposed.alive());
    }
  }
}
