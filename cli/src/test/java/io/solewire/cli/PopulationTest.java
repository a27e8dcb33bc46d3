package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The population of a load comes in as fast as the server lets it. */
@Isolated("a generator that shares its processors with other tests is not healthy")
@Timeout(120)
class PopulationTest {

  private static final String PLAN = "--users 600 --rate 5 --warmup 0s --duration 2s";
  private static final int ON_THEIR_WAY = 256;

  @TempDir private Path folder;

  @Test
  void aSlowServerIsWaitedForAndNotRunDown() throws Exception {
    try (Target target = Target.honest();
        SlowDoor door = new SlowDoor(target.server().port(), 600)) {
      Ended ended = Cli.run(Cli.load(folder, PLAN, door.url()));
      assertTrue(door.mostWaiting() <= ON_THEIR_WAY, door.mostWaiting() + " at a time: " + ended);
      assertTrue(
          door.mostWaiting() > ON_THEIR_WAY / 2, door.mostWaiting() + " at a time: " + ended);
      assertEquals(0, StoredRunTest.result(folder).load().errors(), ended.toString());
    }
  }
}
