package io.solewire.simulation.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a server's memory is read from. */
class ServerProcessTest {

  @Test
  void residentMemoryIsReadOutOfTheStatusOfAProcess() {
    assertEquals(
        1_024L * 73_424,
        ServerProcess.bytes("Name:\tjava\nVmHWM:\t 80000 kB\nVmRSS:\t 73424 kB\n"));
    assertEquals(0, ServerProcess.bytes("Name:\tkthreadd\n"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessThatIsThereHasSomeAndOneThatIsNotHasNone() {
    long own = ServerProcess.resident(ProcessHandle.current().pid()).orElseThrow();
    assertTrue(own > 10_000_000 && own < 1L << 40, own + " bytes");
    assertEquals(OptionalLong.empty(), ServerProcess.resident(Long.MAX_VALUE));
  }
}
