package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.server.RawClient.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ending in order and otherwise, and starting again on the same port (rules J1, J2). */
final class RestartTest {
  private static final String DEAD = "remembers-the-dead";

  private static ServerConfig.Builder settings() {
    return ServerConfig.builder().force(Duel.FORCE);
  }

  private static ServerConfig.Builder spoilt(int port) {
    return settings().port(port).fault(DEAD);
  }

  private static Path roll(int port) {
    return Path.of(System.getProperty("java.io.tmpdir"), "solewire-" + port + ".roll");
  }

  @Test
  void afterAnOrderlyEndThePortIsFreeAtOnce() throws Exception {
    ReferenceServer first = ReferenceServer.start(settings().build());
    int port = first.port();
    for (int i = 0; i < 3; i++) {
      try (RawClient client = RawClient.open(first, "u")) {
        first.close();
        assertEquals(1001, client.closed());
        first = ReferenceServer.start(settings().port(port).build());
      }
    }
    first.close();
  }

  @RepeatedTest(10) // a loop that was busy when it was told to end left its channels open
  void whoeverIsConnectedToAKilledServerSeesTheEndAndNoFrame() throws Exception {
    ReferenceServer server = ReferenceServer.start(settings().build());
    int port = server.port();
    try (RawClient observer = RawClient.at(server, "/presence");
        RawClient guest = RawClient.at(server, "/auth");
        RawClient client = RawClient.open(server, "u");
        RawClient half = RawClient.tcp(server)) {
      assertTrue(observer.said().contains("online"));
      half.write("GET /ws?user=v HTTP/1.1\r\n");
      server.kill();
      try (ReferenceServer next = ReferenceServer.start(settings().port(port).build());
          RawClient again = RawClient.open(next, "u")) {
        assertTrue(again.alive());
        for (RawClient each : new RawClient[] {observer, guest, client, half}) {
          assertInstanceOf(Seen.End.class, each.next(RawClient.WITHIN));
        }
        server.close();
        assertTrue(again.alive(), "closing the dead does nothing");
      }
    }
  }

  @Test
  void theDeadAreForgottenAfterAnOrderlyEnd() throws Exception {
    ReferenceServer first = ReferenceServer.start(spoilt(0).build());
    int port = first.port();
    try (RawClient client = RawClient.open(first, "u")) {
      assertTrue(client.alive() && Files.exists(roll(port)));
      first.close();
      assertFalse(Files.exists(roll(port)));
      try (ReferenceServer next = ReferenceServer.start(spoilt(port).build())) {
        assertEquals(101, RawClient.status(next, "/ws?user=u"));
      }
      assertFalse(Files.exists(roll(port)));
    }
  }

  @Test
  @Timeout(60) // a process takes its time to start where many tests run at once
  void theDeadOfAProcessThatIsKilledAreRemembered() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName(),
                DEAD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      int port = Integer.parseInt(process.inputReader().readLine());
      try (RawClient client = RawClient.at(port, "/ws/acme?user=u%20v")) {
        assertTrue(client.alive());
        process.destroyForcibly();
        assertTrue(process.waitFor(8, TimeUnit.SECONDS));
        assertInstanceOf(Seen.End.class, client.next(Duration.ofSeconds(8)));
      }
      try (ReferenceServer next = ReferenceServer.start(spoilt(port).build())) {
        assertEquals(409, RawClient.status(next, "/ws/acme?user=u%20v"));
        assertEquals(101, RawClient.status(next, "/ws?user=u%20v"));
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
