package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
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
        bad("fault delay must be 0 to 1 h: PT-1S", b -> b.faultDelay(Duration.ofSeconds(-1))));
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
