package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import io.solewire.server.flight.EvictionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What flight recordings of a load hold: both sides of the same takeovers. */
@Isolated("a generator that shares its processors with other tests is not healthy")
class FlightRecordingTest {

  private static final Duration ANY = Duration.ofNanos(-1);

  @TempDir private Path folder;

  private static List<RecordedEvent> events(Path file, String name) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }

  @Test
  void bothSidesOfAnEmbeddedRunAreRecorded() throws Exception {
    Ended ended = Cli.run(Cli.load(folder, Loads.SHORT, "--jfr", "--seed", "7"));
    RunResult result = StoredRunTest.result(folder);
    Loads.assertNobodyAccused(result);
    Path server = folder.resolve("server.jfr");
    Path generator = folder.resolve("generator.jfr");
    ended.saying("flight   " + generator).saying("flight   " + server);
    List<RecordedEvent> seen = events(generator, "solewire.generator.Takeover");
    assertEquals(120, seen.size(), 4, "of the warm-up as well");
    assertTrue(seen.stream().allMatch(e -> e.getDuration("latency").toNanos() > 0));
    assertEquals(seen.size(), events(server, EvictionEvent.NAME).size(), 4);
    List<RecordedEvent> taken = events(server, "solewire.server.Takeover");
    assertEquals(seen.size(), taken.size(), 4);
    assertEquals(0, taken.stream().filter(e -> e.getInt("incumbents") != 1).count(), 4, "that met");
    assertTrue(taken.stream().allMatch(e -> e.getDuration().compareTo(ANY) > 0));
    assertTrue(events(server, "solewire.server.Queueing").size() <= seen.size() + 40);
    assertFalse(events(generator, "solewire.generator.Queueing").isEmpty());
    assertEquals(users(seen), users(taken), "they are the same takeovers");
    String replay = Files.readString(folder.resolve("summary.md"));
    assertTrue(replay.contains(" --jfr --seed 7"), replay);
  }

  private static long users(List<RecordedEvent> events) {
    return events.stream().map(event -> event.getString("user")).distinct().count();
  }

  @Test
  void ofAServerThatWasNotStartedHereTheGeneratorAloneIsRecorded() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run(Cli.load(folder, Loads.SHORT, target.url(), "--jfr"))
          .saying("flight   " + folder.resolve("generator.jfr"))
          .saying("only the reference server's flight is recorded beside the generator's");
    }
    assertTrue(Files.exists(folder.resolve("generator.jfr")));
    assertTrue(Files.notExists(folder.resolve("server.jfr")));
  }

  @Test
  void aPathThatAJvmWouldTakeForTwoOptionsIsRefused() {
    Path odd = folder.resolve("a,b");
    Cli.run(Cli.load(odd, Loads.SHORT, "--jfr"))
        .with(ExitCode.USAGE)
        .saying("--jfr: --out " + odd + ": expected a path without commas");
    assertTrue(Files.notExists(odd));
  }

  @Test
  void withoutTheOptionNothingIsLeft() throws Exception {
    Files.writeString(folder.resolve("server.jfr"), "of an earlier run");
    try (Target target = Target.honest()) {
      Cli.run(Cli.load(folder, Loads.SHORT, target.url()));
    }
    assertTrue(Files.notExists(folder.resolve("generator.jfr")));
    assertTrue(Files.notExists(folder.resolve("server.jfr")));
  }
}
