package io.solewire.cli.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a calibration makes of a server that is not what it was asked to be. */
@Isolated("a generator that shares its processors with other tests is not healthy")
class CalibrationTest {

  private final List<String> said = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void aDelayThatTheServerDoesNotKeepIsNoticed() throws Exception {
    CalibrationResult result = run(extent(Duration.ofMinutes(5)), HastyServer.class);
    Cell cell = result.cells().get(0);
    assertTrue(cell.accuracy().delay().p50() < 5_000, cell.toString());
    assertTrue(!cell.isMeasured(), "it cannot be used");
    String words = "the server did not keep its delay: 5 ms were asked, the median was ";
    assertTrue(cell.problem().startsWith(words), cell.problem());
    assertEquals(ExitCode.UNPROVEN, result.exitCode());
    assertTrue(said.contains("       not measured: " + cell.problem()), said.toString());
  }

  @Test
  void loadsThatAreNotBegunInTimeAreTold() throws Exception {
    CalibrationResult result = run(extent(Duration.ofMillis(-1)), HastyServer.class);
    assertTrue(result.cells().get(0).problem().startsWith("out of time: "), result.toString());
    assertEquals(ExitCode.UNPROVEN, result.exitCode());
  }

  private CalibrationResult run(Extent extent, Class<?> server) throws Exception {
    Calibration calibration = new Calibration(extent, 7, "test", scene(), server.getName());
    calibration.run();
    return calibration.result();
  }

  private static Extent extent(Duration within) {
    return new Extent(List.of(5), List.of(Level.LOW), 20, 20, 8, 1_000, 1_000, within);
  }

  private Scene scene() {
    return new Scene() {
      @Override
      public Path folder() {
        return folder;
      }

      @Override
      public Path folder(String name) {
        try {
          return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void say(String line) {
        said.add(line);
      }

      @Override
      public void progress(String text) {
        // nobody looks
      }

      @Override
      public void cutBy(Runnable action) {
        // nobody interrupts
      }

      @Override
      public boolean isInterrupted() {
        return false;
      }
    };
  }
}
