package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.report.gallery.Exhibition;
import io.solewire.report.gallery.Looks;
import io.solewire.report.gallery.Sightings;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was seen of the targets of the gallery is counted, and what was never seen is told. */
class GalleryTest {

  private static final RunResult KEPT = Samples.run(Samples.pass("A1.x"), Samples.pass("B1.x"));
  private static final RunResult BROKEN =
      Samples.run(Samples.pass("A1.x"), Samples.fail("B1.x", "RST without a Close frame"));
  private static final RunResult UNSEEN =
      Samples.run(Samples.pass("A1.x"), Samples.inconclusive("B1.x", "nobody was evicted"));

  @TempDir private Path folder;

  private static Sightings seen(RunResult... runs) {
    Sightings seen = new Sightings(runs[0].target().profileDigest(), "1.0", 0, Map.of());
    for (RunResult run : runs) {
      seen = seen.with(run, "1.0");
    }
    return seen;
  }

  private static Looks looks(Sightings known, RunResult... runs) {
    Looks looks = new Looks(known);
    for (RunResult run : runs) {
      assertTrue(looks.areTooFew(), "a look that nobody needs");
      looks.add(run);
    }
    assertFalse(looks.areTooFew());
    return looks;
  }

  private static List<String> changed(Sightings known, RunResult... runs) {
    return looks(known, runs).changed();
  }

  @Test
  void whatStandsWhereItStoodIsNotNew() {
    assertEquals(List.of(), changed(seen(KEPT), KEPT));
    assertEquals(List.of(), changed(seen(KEPT, BROKEN), KEPT));
    assertEquals(List.of(), changed(seen(KEPT, BROKEN), BROKEN));
  }

  @Test
  void whatNeverStoodThereIsAChangeInBothDirectionsIfItIsSeenTwice() {
    assertEquals(
        List.of("in 2 of 2 looks: B1 is fail, was pass in 2 of 2: RST without a Close frame"),
        changed(seen(KEPT, KEPT), BROKEN, BROKEN));
    assertEquals(
        List.of("in 2 of 3 looks: B1 is pass, was fail in 1 of 1"),
        changed(seen(BROKEN), KEPT, BROKEN, KEPT));
  }

  @Test
  void whatIsSeenOnceInThreeLooksIsToldAndIsNoChange() {
    Looks looks = looks(seen(KEPT, KEPT), BROKEN, KEPT, KEPT);
    assertEquals(List.of(), looks.changed());
    assertEquals(
        List.of("in 1 of 3 looks: B1 is fail, was pass in 2 of 2: RST without a Close frame"),
        looks.once());
  }

  @Test
  void whatIsNotJudgedAnyMoreIsAChangeAndSoIsWhatNeverWas() {
    RunResult less = Samples.run(Samples.pass("A1.x"));
    assertEquals(
        List.of("in 2 of 2 looks: B1 is not judged any more, was pass in 1 of 1"),
        changed(seen(KEPT), less, less));
    assertEquals(
        List.of("in 2 of 2 looks: B1 is pass, was not judged"), changed(seen(less), KEPT, KEPT));
  }

  @Test
  void whatCouldNotBeSeenIsNoChange() {
    Looks looks = looks(seen(KEPT), UNSEEN);
    assertEquals(List.of(), looks.changed());
    assertEquals(List.of("B1 is inconclusive, was pass in 1 of 1"), looks.unseen());
    assertEquals(List.of(), looks(seen(KEPT, UNSEEN), UNSEEN).unseen());
  }

  @Test
  void anotherVersionBeginsAnew() {
    Sightings newer = seen(KEPT, KEPT).with(BROKEN, "1.1");
    assertEquals(1, newer.runs());
    assertEquals(Map.of("fail", 1), newer.rules().get("B1"));
  }

  @Test
  void theTableTellsVersionsVerdictsAndWhatWavers() throws IOException {
    Path run = folder.resolve("run");
    String name = KEPT.target().name();
    for (RunResult result : List.of(BROKEN, KEPT)) {
      Reports.write(result, run);
      Exhibition.in(folder.resolve("shown")).add(name, run, result, "server 1.0");
    }
    String table = Files.readString(folder.resolve("shown/README.md"));
    assertTrue(table.contains("server 1.0"), table);
    assertTrue(table.contains("wavers: B1 broken in 1 of 2"), table);
    assertTrue(table.contains("| A1 | "), table);
    assertTrue(Files.exists(folder.resolve("shown/index.html")));
    Path place = folder.resolve("shown").resolve(name);
    assertEquals(KEPT.startedAt(), Results.read(place.resolve(Results.FILE)).startedAt());
    assertFalse(Files.exists(place.resolve(Reports.HTML)), "too much for all of them");
    assertEquals(
        2,
        Exhibition.in(folder.resolve("shown")).of(name).orElseThrow().runs(),
        "both are counted");
  }

  @Test
  void dataThatIsNoneIsToldWithItsName() throws IOException {
    Files.writeString(folder.resolve(Exhibition.DATA), "{\"ws\": 7}");
    IOException problem = assertThrows(IOException.class, () -> Exhibition.in(folder));
    assertTrue(problem.getMessage().contains("gallery.json: expected"), problem.getMessage());
  }
}
