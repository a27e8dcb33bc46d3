package io.solewire.simulation.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections come from several addresses of this machine in turn. */
@Timeout(60)
class SourceAddressesTest {

  @ParameterizedTest
  @EnumSource(Transport.class)
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere 127.0.0.2 has to be set up")
  void theServerSeesEachAddressInTurn(Transport transport) throws Exception {
    SourceAddresses two = SourceAddresses.of(List.of("127.0.0.1", "127.0.0.2"));
    assertEquals(2, two.count());
    assertEquals(
        List.of("127.0.0.1", "127.0.0.2", "127.0.0.1", "127.0.0.2"), seen(transport, two, 4));
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void withoutAnyTheKernelChooses(Transport transport) throws Exception {
    assertEquals(1, SourceAddresses.ANY.count());
    assertEquals(List.of("127.0.0.1", "127.0.0.1"), seen(transport, SourceAddresses.ANY, 2));
  }

  /** From where so many connections came, one after the other. */
  private static List<String> seen(Transport transport, SourceAddresses sources, int connections)
      throws Exception {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      try (Line line = Line.from(transport, sources)) {
        seen.add(line.server.peer());
      }
    }
    return seen;
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost | 'localhost' is no IP address
          127.1 | '127.1' is no IP address
          127.0.0.256 | '127.0.0.256' is no IP address
          127.0.0.1:80 | '127.0.0.1:80' is no IP address
          '' | '' is no IP address
          192.0.2.1 | 192.0.2.1 is no address of this machine
          0.0.0.0 | 0.0.0.0 is no address of this machine
          2001:db8::1 | 2001:db8::1 is no address of this machine
          """)
  void whatConnectionsCannotComeFromIsNamed(String text, String problem) {
    String words =
        "--source-addresses: "
            + problem
            + ": expected addresses of this machine, such as 127.0.0.2";
    assertEquals(List.of(words), SourceAddresses.problems(List.of("127.0.0.1", text)));
  }

  @Test
  void theSameAddressTwiceGivesNoMorePorts() {
    assertEquals(
        List.of("--source-addresses: 127.0.0.1 stands there twice: expected each address once"),
        SourceAddresses.problems(SourceAddresses.split("127.0.0.1, 127.0.0.1")));
  }

  @Test
  void aCommaTooManyIsNoAddress() {
    assertEquals(1, SourceAddresses.problems(SourceAddresses.split("127.0.0.1,")).size());
    assertThrows(
        IllegalArgumentException.class, () -> SourceAddresses.of(List.of("127.0.0.1", "")));
  }
}
