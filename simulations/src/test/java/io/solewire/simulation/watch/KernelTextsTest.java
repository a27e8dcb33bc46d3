package io.solewire.simulation.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.Readings.Usage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel says in texts. */
class KernelTextsTest {

  private static final String STAT =
      """
      cpu  1000 20 300 5000 80 0 40 160 70 0
      cpu0 500 10 150 2500 40 0 20 80 35 0
      intr 12345 0 0
      """;

  private static final String SOCKSTAT =
      """
      sockets: used 290
      TCP: inuse 27 orphan 3 tw 512 alloc 35 mem 11
      UDP: inuse 4 mem 2
      """;

  @TempDir private Path folder;

  @Test
  void eachAddressHasPortsOfItsOwn() {
    Kernel kernel =
        path ->
            path.equals(Sockets.PORTS)
                ? "32768 60999"
                : path.equals(Sockets.STATISTICS) ? SOCKSTAT : "";
    assertEquals(Optional.of(new Usage(512, 28_232)), new ThisProcess(1, kernel).waitingPorts());
    assertEquals(
        Optional.of(new Usage(512, 3 * 28_232)), new ThisProcess(3, kernel).waitingPorts());
  }

  @Test
  void ticksOfGuestsAreCountedOnce() {
    assertEquals(new Ticks(6_600, 5_080, 160), Ticks.of(STAT).orElseThrow());
  }

  @Test
  void aMachineThatWaitedForItsDiskWasIdle() {
    Ticks then = new Ticks(1_000, 700, 10);
    Ticks now = Ticks.of("cpu 700 0 400 800 100 0 0 200 0 0").orElseThrow();
    assertEquals(new Ticks(2_200, 900, 200), now);
    assertEquals(1_000 / 1_200.0, now.busySince(then), 1e-9);
    assertEquals(190 / 1_200.0, now.stolenSince(then), 1e-9);
  }

  @Test
  void ofATimeThatIsTooShortNoShareIsTold() {
    Ticks then = new Ticks(1_000, 500, 0);
    assertNull(new Ticks(1_019, 500, 0).busySince(then));
    assertNull(new Ticks(1_019, 500, 0).stolenSince(then));
    assertEquals(1, new Ticks(1_020, 500, 0).busySince(then));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cpu", "cpu 1 2 3", "intr 1 2 3 4 5 6 7 8 9", "cpu a b c d e f g h"})
  void whatIsNoStatTellsNothing(String text) {
    assertEquals(Optional.empty(), Ticks.of(text));
  }

  @Test
  void connectionsInTimeWaitAreReadFromTheLineOfTcp() {
    assertEquals(512, Sockets.timeWait(SOCKSTAT));
    assertEquals(0, Sockets.timeWait(SOCKSTAT.replace("TCP:", "TCP6:")));
    assertEquals(0, Sockets.timeWait(""));
  }

  @Test
  void bothEndsOfTheRangeOfPortsCount() {
    assertEquals(28_232, Sockets.ports("32768\t60999\n"));
    assertEquals(0, Sockets.ports("60999 32768"));
    assertEquals(0, Sockets.ports("32768"));
  }

  @Test
  void aKernelThatTracksNoConnectionsHasNoTable() {
    Map<String, String> files = Map.of(Sockets.TABLE, "131073", Sockets.TABLE_SIZE, "262144");
    assertEquals(
        Optional.of(new Usage(131_073, 262_144)), Sockets.table(p -> files.getOrDefault(p, "")));
    assertEquals(Optional.empty(), Sockets.table(path -> ""));
  }

  @Test
  void aFileThatIsNotThereIsEmptyAndALongOneIsCut() throws Exception {
    assertEquals("", Kernel.THIS.text(folder.resolve("none").toString()));
    File longer = Files.writeString(folder.resolve("long"), "x".repeat(20_000)).toFile();
    assertEquals(16_384, Kernel.THIS.text(longer.getPath()).length());
  }

  /** Such a file says that it is empty, and gives its number in one read only. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aNumberOfTheKernelsIsReadWhole() throws Exception {
    String range = Kernel.THIS.text(Sockets.PORTS);
    assertTrue(Sockets.ports(range) > 1_000, range);
    assertTrue(
        Ticks.of(Kernel.THIS.text("/proc/stat")).isPresent(), "the first line of a long one");
  }
}
