package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @Test
  void theyAreReadAsTheyAreWritten() {
    Ports ports = new Ports(List.of(4711, 80, 65_535, 1));
    assertEquals(ports, Ports.of(ports.text()));
  }

  @Test
  void onePortIsFollowedByTheNextOnes() {
    assertEquals(List.of(8080, 8081, 8082, 8083), Ports.of("8080").numbers());
    assertEquals(List.of(65_534, 65_535, 1, 2), Ports.of("65534").numbers());
  }

  @Test
  void portsThatAreGivenAreNotTakenOnceMore() {
    assertEquals(List.of(4713, 4711, 4712, 4714), Ports.of("4713,4711").numbers());
    assertEquals(List.of(1, 65_535, 2, 3), Ports.of("1,65535").numbers());
  }

  @Test
  void eachHasANameInTemplates() {
    Variables variables = Ports.of("1,2,3,4").variables();
    assertEquals("1 2 3 4", Template.of("{port} {port2} {port3} {port4}").render(variables));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "a", "1,", "1,2,3,4,5", "1 2"})
  void whatIsNoListOfPortsIsTold(String text) {
    Exception told = assertThrows(IllegalArgumentException.class, () -> Ports.of(text));
    assertTrue(told.getMessage().contains("expected 1 to 4 ports from 1 to 65535"));
  }
}
