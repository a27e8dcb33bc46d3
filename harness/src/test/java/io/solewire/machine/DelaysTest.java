package io.solewire.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelaysTest {

  private static final long MS = 1_000_000;
  private static final long TENTH = 100 * MS;

  @TempDir private Path tasks;
  private Delays delays;

  @BeforeEach
  void aThreadHasRunAndWaitedBefore() throws IOException {
    account("7", 5_000 * MS, 90_000 * MS);
    delays = new Delays(tasks, 2);
  }

  @Test
  void whatWasWaitedBeforeIsOfNoConcern() throws IOException {
    account("7", 5_100 * MS, 90_000 * MS);
    assertEquals(0, delays.waiting(TENTH));
  }

  @Test
  void toWaitAsLongAsOneRunsIsUsual() throws IOException {
    account("7", 5_100 * MS, 90_100 * MS);
    assertEquals(0, delays.waiting(TENTH));
  }

  @Test
  void threadsThatGetATwentiethOfWhatTheyWantWaitNearlyAllTheTime() throws IOException {
    account("7", 5_005 * MS, 90_095 * MS);
    account("8", 5 * MS, 95 * MS);
    assertEquals(0.9, delays.waiting(TENTH), 1e-9);
  }

  /** How many there are is the crowd's business; here all processors work for them. */
  @Test
  void threadsThatWaitForEachOtherAreNotStarved() throws IOException {
    account("7", 5_100 * MS, 90_900 * MS);
    account("8", 100 * MS, 900 * MS);
    assertEquals(0, delays.waiting(TENTH));
  }

  @Test
  void aThreadThatDoesNothingHidesNothing() throws IOException {
    account("8", 0, 0);
    account("7", 5_005 * MS, 90_095 * MS);
    assertEquals(0.9, delays.waiting(TENTH), 1e-9);
  }

  @Test
  void aWaitThatIsToldLateCountsForASecond() throws IOException {
    account("7", 5_010 * MS, 90_490 * MS);
    double waiting = delays.waiting(TENTH);
    assertTrue(waiting > 0.8);
    for (int looks = 1; looks < 10; looks++) {
      assertTrue(delays.waiting(TENTH) >= waiting);
    }
    assertEquals(0, delays.waiting(TENTH));
  }

  @Test
  void hardlyAnyWorkTellsNothing() throws IOException {
    account("7", 5_001 * MS, 90_010 * MS);
    assertEquals(0, delays.waiting(TENTH));
  }

  @Test
  void aThreadThatHasEndedOrAFileThatIsNoAccountIsPassedOver() throws IOException {
    Files.createDirectory(tasks.resolve("9"));
    Files.createDirectory(tasks.resolve("10"));
    Files.writeString(tasks.resolve("10").resolve("schedstat"), "no numbers\n");
    account("7", 5_005 * MS, 90_095 * MS);
    assertEquals(0.9, delays.waiting(TENTH), 1e-9);
  }

  @Test
  void withoutSuchAnAccountNothingIsKnown() {
    assertEquals(0, new Delays(tasks.resolve("none"), 2).waiting(TENTH));
  }

  @Test
  void theKernelKeepsSuchAnAccountOfThisProcess() throws IOException {
    Path own = Path.of("/proc/self/task");
    String line = Files.readString(own.resolveSibling("schedstat"));
    assertTrue(line.matches("\\d+ \\d+ \\d+\\n"), line);
  }

  private void account(String task, long ran, long waited) throws IOException {
    Path folder = Files.createDirectories(tasks.resolve(task));
    Files.writeString(folder.resolve("schedstat"), ran + " " + waited + " 12\n");
  }
}
