package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.EventLoop;
import io.solewire.load.LoadPlan;
import io.solewire.simulation.KeepingLoop;
import io.solewire.simulation.client.SourceAddresses;
import io.solewire.simulation.gatling.VirtualUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong with the last look, everybody leaves, or the load would never end. */
@Timeout(30)
class CrowdTest {

  private static final LoadPlan PLAN = Plans.of(1, 2, 0, 2_000);

  @TempDir private Path folder;

  /** It refuses what is to be done later, which is the trouble that is looked for. */
  private final KeepingLoop loop = new KeepingLoop(false);

  private final List<Runnable> tasks = loop.executed();
  private boolean outOfOrder;
  private boolean broken;
  private Load load;

  @BeforeEach
  void begin() throws Exception {
    LoadRequest request =
        new LoadRequest(
            Plans.profile(Map.of()),
            PLAN,
            1,
            folder,
            "./solewire load",
            0,
            SourceAddresses.ANY,
            OptionalInt.empty(),
            Optional.empty());
    load = new Load(request, new Assembly(1));
  }

  @AfterEach
  void end() {
    load.over();
    load.scribe().close();
  }

  private final VirtualUser virtual =
      new VirtualUser() {
        @Override
        public long number() {
          return 1;
        }

        @Override
        public EventLoop loop() {
          if (broken) {
            broken = false;
            throw new IllegalStateException("out of order");
          }
          return loop.loop();
        }

        @Override
        public void log(Row row) {
          throw new AssertionError(row);
        }

        @Override
        public void next() {
          throw new AssertionError("nobody has lived");
        }
      };

  private void everybodyIsQuiet() {
    for (int i = 0; i < load.population(); i++) {
      load.crowd().live(virtual, i);
    }
    assertEquals(load.population(), tasks.size(), "each is to come");
    tasks.clear();
    broken = outOfOrder;
    for (int i = 0; i < load.population(); i++) {
      load.crowd().quiet();
    }
  }

  private void assertDoubted(String why) {
    String reason = load.health().generator().reason();
    assertTrue(reason.startsWith("the harness failed: ") && reason.contains(why), reason);
  }

  @Test
  void oneThatHasNoLoopLetsEverybodyLeave() {
    outOfOrder = true;
    everybodyIsQuiet();
    assertEquals(load.population() + 1, tasks.size(), "each is to leave, and who was to look");
    assertDoubted("out of order");
  }

  @Test
  void oneThatCannotBeginLetsEverybodyLeave() {
    everybodyIsQuiet();
    assertEquals(1, tasks.size(), "one is to look");
    tasks.remove(0).run();
    assertEquals(load.population() + 1, tasks.size(), "each is to leave, and who was to look");
    assertDoubted("schedule");
  }
}
