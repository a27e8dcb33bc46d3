package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.RunResult;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A load comes from the addresses that were asked for. */
@Isolated("a generator that shares its processors with other tests is not healthy")
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere 127.0.0.2 has to be set up")
@Timeout(120)
class SourceAddressesLoadTest {

  private static final String PLAN = "--users 20 --rate 20 --warmup 0s --duration 2s";

  @TempDir private Path folder;

  @Test
  void theServerSeesConnectionsFromEachOfThem() throws Exception {
    try (Target target = Target.honest();
        SlowDoor door = new SlowDoor(target.server().port(), 1)) {
      Ended ended =
          Cli.run(Cli.load(folder, PLAN, door.url(), "--source-addresses", "127.0.0.1,127.0.0.3"));
      assertEquals(Set.of("127.0.0.1", "127.0.0.3"), door.visitors(), ended.toString());
      RunResult result = StoredRunTest.result(folder);
      assertTrue(result.load().takeovers() > 0, ended.toString());
    }
  }
}
