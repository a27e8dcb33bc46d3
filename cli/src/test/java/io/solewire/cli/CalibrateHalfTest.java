package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.cli.calibrate.CalibrationFiles;
import io.solewire.cli.calibrate.Extent;
import io.solewire.cli.calibrate.Level;
import io.solewire.history.EventLog;
import io.solewire.result.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A calibration as the command makes it, but small, in a process of its own. */
@Isolated("an instrument that shares its processors with other tests cannot be measured")
class CalibrateHalfTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long BOUND_SECONDS = 150;
  private static final double MICROS = 1_000;
  private static final List<String> STARVED =
      List.of(
          "the generator could not keep its plan: ",
          "this machine's processors were ",
          "the generator's event loops were ",
          "deadlines were missed ");

  @TempDir private Path folder;

  /** What runs in the process: one delay, as many rates as are named. */
  public static final class Small {
    private Small() {}

    /** Folder, seconds that are measured, delays, levels. */
    @SuppressWarnings("checkstyle:RegexpSinglelineJava")
    public static void main(String[] args) {
      List<Integer> delays = List.of(args[2].split(",")).stream().map(Integer::valueOf).toList();
      List<Level> levels = List.of(args[3].split(",")).stream().map(Level::valueOf).toList();
      Extent extent =
          new Extent(
              delays,
              levels,
              40,
              40,
              8,
              1_500,
              Long.parseLong(args[1]) * 1_000,
              Duration.ofMinutes(5));
      try (Interruption interruption = new Interruption()) {
        interruption.arm();
        PrintWriter out = new PrintWriter(System.out, true);
        Terminal terminal = new Terminal(out, out, false, false, System::nanoTime);
        int code =
            new CalibrateHalf(Path.of(args[0]), terminal, interruption, false)
                .run(extent, 7)
                .number();
        interruption.endWith(code);
        System.exit(code);
      }
    }
  }

  @Test
  void theDelayIsFoundAndWrittenDown() throws Exception {
    Ended ended = small("2", "5", "LOW").await(BOUND_SECONDS);
    JsonNode result = json();
    JsonNode cell = result.path("cells").path(0);
    assertEquals(1, result.path("cells").size());
    assertEquals(7, result.path("seed").asLong());
    assertFalse(result.path("interrupted").asBoolean(true));
    assertTrue(result.path("machine").path("processors").asInt() > 0);
    JsonNode seen = cell.path("accuracy");
    assertEquals(80, seen.path("counted").asLong() + seen.path("concurrent").asLong(), 4);
    assertEquals(0, seen.path("negative").asLong());
    assertEquals(0, seen.path("unstamped").asLong());
    double known = seen.path("delay").path("p50").asDouble();
    assertTrue(known >= 5 * MICROS && known < 12 * MICROS, seen.toString());
    double measured = seen.path("measured").path("p50").asDouble();
    double error = seen.path("error").path("p50").asDouble();
    assertTrue(measured > known && error > 0, seen.toString());
    assertEquals(measured - known, error, error, "medians add up roughly");
    assertTrue(Files.exists(run().resolve(cell.path("folder").asText()).resolve(EventLog.FILE)));
    if (cell.has("problem")) {
      ended.with(ExitCode.UNPROVEN).saying("0 of 1 cells measured");
      String why = cell.path("problem").asText();
      assertTrue(STARVED.stream().anyMatch(why::startsWith), why);
      Requirement.skip("quiet", "this machine is too busy to measure on: " + why);
    }
    ended.with(ExitCode.OK).saying("1 of 1 cells measured").saying("5 ms  low     40     40 ");
    String page = Files.readString(run().resolve(CalibrationFiles.MARKDOWN));
    assertTrue(page.contains("\n| 5 ms | low | 40 | 40 | "), page);
  }

  @Test
  void aShareOfTheCapacityIsAskedOfTheOtherCells() throws Exception {
    small("1", "0", "HALF").await(BOUND_SECONDS).saying("capacity ").saying(" of 1 cells measured");
    JsonNode result = json();
    double capacity = result.path("capacity").path("perSecond").asDouble();
    assertTrue(capacity > 40, result.toString());
    double asked = result.path("cells").path(0).path("asked").asDouble();
    assertEquals(capacity / 2, asked, 1);
  }

  @Test
  void anInterruptKeepsWhatWasMeasuredAndLeavesNoProcess() throws Exception {
    Cli.Running run = small("2", "0,1,5,20", "LOW");
    await().atMost(SOON).until(() -> run.text("out").contains(" 0 ms  low "));
    List<ProcessHandle> started = run.process().descendants().toList();
    run.signal(Cli.interrupt())
        .await(BOUND_SECONDS)
        .with(ExitCode.INTERRUPTED)
        .saying("interrupted: ");
    assertTrue(!started.isEmpty(), "the server");
    await().atMost(SOON).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    JsonNode result = json();
    assertTrue(result.path("interrupted").asBoolean());
    int cells = result.path("cells").size();
    assertTrue(cells >= 1 && cells < 4, result.toString());
  }

  private Cli.Running small(String seconds, String delays, String levels) throws Exception {
    Files.createDirectories(run());
    return Cli.start(folder, Small.class, run().toString(), seconds, delays, levels);
  }

  private Path run() {
    return folder.resolve("run");
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(run().resolve(CalibrationFiles.JSON).toFile());
  }
}
