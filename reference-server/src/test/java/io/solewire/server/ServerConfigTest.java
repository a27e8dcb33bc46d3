package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.solewire.server.identity.Access;
import io.solewire.server.registry.Policy;
import io.solewire.server.websocket.Liveness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad value is named, with what it may be. */
final class ServerConfigTest {
  @Test
  void theDefaultsAreThoseOfTheDesign() {
    ServerConfig config = ServerConfig.builder().build();
    assertEquals("127.0.0.1", config.host());
    assertEquals(0, config.port());
    assertEquals(4409, config.closeCode());
    assertEquals("superseded", config.closeReason());
    assertEquals(Duration.ofSeconds(4), config.cutAfter());
    assertEquals(Duration.ofMillis(6_500), config.faultDelay());
    assertEquals(Policy.ONE, config.policy());
    assertEquals(Access.OPEN, config.access());
    assertEquals(Liveness.PATIENT, config.liveness());
    assertEquals(1001, config.shutdownCode());
    assertEquals(Optional.empty(), config.tls());
    assertFalse(config.foldCase() || config.compress() || config.notice());
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        bad("host must not be blank:  ", b -> b.host(" ")),
        bad("port must be 0-65535: 70000", b -> b.port(70_000)),
        bad("port must be 0-65535: -1", b -> b.port(-1)),
        bad("close code must be 1000-1003, 1007-1014 or 3000-4999: 1006", b -> b.closeCode(1006)),
        bad(
            "close reason must be at most 123 bytes of UTF-8: 124",
            b -> b.closeReason("é".repeat(62))),
        bad("force must be 1 ms to 1 h: PT0S", b -> b.force(Duration.ZERO)),
        bad("force must be 1 ms to 1 h: PT2H", b -> b.force(Duration.ofHours(2))),
        bad("shutdown code must be 1001 or 1012: 1000", b -> b.shutdownCode(1000)),
        bad("close code must not be that of the shutdown: 1001", b -> b.closeCode(1001)),
        bad("max must be 1-1000: 0", b -> b.policy(new Policy(Policy.Kind.NEWEST_WINS, 0))),
        bad(
            "policy must be newest-wins or refuse-newcomer: oldest",
            b -> b.policy(new Policy(Policy.kind("oldest"), 1))),
        bad(
            "auth secret must not be blank: Optional[ ]",
            b -> b.access(new Access(true, Optional.of(" "), false))),
        bad(
            "auth secret needs auth: false",
            b -> b.access(new Access(false, Optional.of("s"), false))),
        bad(
            "identify by token needs auth: false",
            b -> b.access(new Access(false, Optional.empty(), true))),
        bad(
            "identify must be user or token: name",
            b -> b.access(new Access(true, Optional.empty(), Access.byToken("name")))),
        bad("ping must be 1 ms to 1 h: PT0S", b -> b.liveness(liveness(0, 1))),
        bad("idle must be 1 ms to 24 h: PT25H", b -> b.liveness(liveness(1, 90_000_000))),
        bad(
            "tls certificate must be a file that can be read: /nowhere/cert.pem",
            b -> b.tls(new Tls(Path.of("/nowhere/cert.pem"), Path.of("/nowhere/key.pem")))),
        bad("fault delay must be 0 to 1 h: PT-1S", b -> b.faultDelay(Duration.ofSeconds(-1))));
  }

  private static Liveness liveness(long ping, long idle) {
    return new Liveness(Optional.of(Duration.ofMillis(ping)), Optional.of(Duration.ofMillis(idle)));
  }

  private interface Setting {
    ServerConfig.Builder set(ServerConfig.Builder builder);
  }

  private static Arguments bad(String message, Setting setting) {
    Executable building = () -> setting.set(ServerConfig.builder()).build();
    return Arguments.of(message, building);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void aBadValueStandsAtTheEndOfTheMessage(String message, Executable building) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, building).getMessage());
  }
}
