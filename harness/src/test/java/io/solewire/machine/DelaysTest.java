package io.solewire.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processors, looked at every tenth of a second: there are 200 ms to be had between looks. */
class DelaysTest {

  private static final long MS = 1_000_000;
  private static final long TENTH = 100 * MS;
  private static final int PROCESSORS = 2;

  @TempDir private Path tasks;
  @TempDir private Path elsewhere;
  private Delays delays;
  private long now = 123;
  private long ran = 5_000;
  private long waited = 90_000;
  private long busy = 700_000;

  @BeforeEach
  void aThreadHasRunAndWaitedBefore() throws IOException {
    write();
    delays = new Delays(threads(Duration.ZERO), PROCESSORS);
  }

  @Test
  void whatWasWaitedBeforeIsOfNoConcern() throws IOException {
    assertEquals(0, look(100, 0, 100));
  }

  @Test
  void thatOthersHaveAsMuchAsWeIsUsual() throws IOException {
    assertEquals(0, look(100, 100, 100));
  }

  @Test
  void whoGetsATwentiethOfWhatItWantsBesideOthersWaitsNearlyAllTheTime() throws IOException {
    assertEquals(0.9, look(10, 190, 190), 1e-9);
  }

  /** How many there are is the crowd's business. */
  @Test
  void threadsThatWaitForEachOtherAreNotStarved() throws IOException {
    assertEquals(0, look(200, 1_800, 0));
  }

  /** Many that wake at the same instant wait for each other, and then nobody has work to do. */
  @Test
  void threadsThatWaitedWhileProcessorsWereIdleAreNotStarved() throws IOException {
    assertEquals(0, look(20, 180, 0));
    assertEquals(0, look(20, 180, 40));
  }

  @Test
  void othersThatWorkWhileWeWantNothingStarveNobody() throws IOException {
    assertEquals(0, look(20, 0, 180));
  }

  @Test
  void aThreadThatDoesNothingHidesNothing() throws IOException {
    account("8", 0, 0);
    assertEquals(0.9, look(10, 190, 190), 1e-9);
  }

  @Test
  void aWaitThatIsToldLateCountsForFourLooks() throws IOException {
    assertTrue(look(10, 490, 190) > 0.8);
    for (int looks = 1; looks < 4; looks++) {
      assertTrue(look(10, 0, 190) > 0.6, "after " + looks);
    }
    assertEquals(0, look(10, 0, 190));
  }

  @Test
  void hardlyAnyWorkTellsNothing() throws IOException {
    assertEquals(0, look(1, 10, 190));
  }

  @Test
  void aThreadThatHasEndedOrAFileThatIsNoAccountIsPassedOver() throws IOException {
    Files.createDirectory(tasks.resolve("9"));
    Files.createDirectory(tasks.resolve("10"));
    Files.writeString(tasks.resolve("10").resolve("schedstat"), "no numbers\n");
    assertEquals(0.9, look(10, 190, 190), 1e-9);
  }

  @Test
  void whoLooksAgainAtOnceIsToldWhatWasReadBefore() throws IOException {
    OwnThreads threads = threads(Duration.ofMillis(101));
    look(100, 100, 0);
    assertEquals(new OwnThreads.Time(0, 0), threads.account().ours());
    look(100, 100, 0);
    assertEquals(new OwnThreads.Time(200 * MS, 200 * MS), threads.account().ours());
  }

  @Test
  void aThreadThatHasEndedStaysInTheAccount() throws IOException {
    OwnThreads threads = threads(Duration.ZERO);
    account("8", 3, 4);
    assertEquals(new OwnThreads.Time(3, 4), threads.account().ours());
    Files.delete(tasks.resolve("8").resolve("schedstat"));
    Files.delete(tasks.resolve("8"));
    assertEquals(new OwnThreads.Time(3, 4), threads.account().ours());
  }

  @Test
  void withoutSuchAnAccountNothingIsKnown() {
    OwnThreads none = new OwnThreads(tasks.resolve("none"), machine(), Duration.ZERO, () -> now);
    assertEquals(0, new Delays(none, PROCESSORS).waiting());
    assertEquals(0, new Busy(tasks.resolve("none"), 2).nanos());
  }

  @Test
  void theKernelKeepsSuchAccounts() throws IOException {
    String line = Files.readString(Path.of("/proc/self/schedstat"));
    assertTrue(line.matches("\\d+ \\d+ \\d+\\n"), line);
    assertTrue(Busy.ofMachine().nanos() > 0);
    assertTrue(Busy.ofMachine().processors() >= Runtime.getRuntime().availableProcessors());
  }

  /** What happened since the last look, in milliseconds: ours, and what others ran. */
  private double look(long oursRan, long oursWaited, long othersRan) throws IOException {
    ran += oursRan;
    waited += oursWaited;
    busy += oursRan + othersRan;
    write();
    now += TENTH;
    return delays.waiting();
  }

  private OwnThreads threads(Duration fresh) {
    return new OwnThreads(tasks, machine(), fresh, () -> now);
  }

  private void write() throws IOException {
    account("7", ran * MS, waited * MS);
    // user nice system idle iowait irq softirq steal guest guest_nice, in hundredths of a second
    String stat = "cpu  " + busy / 10 + " 0 0 99999 777 0 0 0 5 0\ncpu0 1\ncpu1 1\n";
    Files.writeString(elsewhere.resolve("stat"), stat);
  }

  private Busy machine() {
    return new Busy(elsewhere.resolve("stat"), PROCESSORS);
  }

  private void account(String task, long ran, long waited) throws IOException {
    Path folder = Files.createDirectories(tasks.resolve(task));
    Files.writeString(folder.resolve("schedstat"), ran + " " + waited + " 12\n");
  }
}
