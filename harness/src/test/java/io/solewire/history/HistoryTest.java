package io.solewire.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written can be read: while the run is under way, after it, and after a crash. */
class HistoryTest {

  private static final Header HEADER =
      new Header(1, 1, 8812, "acme", "ws://h/{user}", "abc", "{\"profile\":1}");

  @TempDir private Path folder;

  static Event event(long t, String caseId, EventKind kind, Detail detail) {
    return new Event(t, caseId, "u", "c1", kind, detail);
  }

  private static Event admitted(long t, String caseId) {
    return event(t, caseId, EventKind.ADMITTED, Detail.NONE);
  }

  private History begin() throws HistoryException {
    return History.begin(folder, HEADER, Redactor.NONE, () -> 0);
  }

  private static List<Event> read(Path path) throws HistoryException {
    List<Event> events = new ArrayList<>();
    assertEquals(HEADER, HistoryReader.read(path, events::add));
    return events;
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void readsEveryKindOfEventAsItWasWritten(EventKind kind) throws Exception {
    Detail full =
        new Detail(
            4409, 101, 7L, 9L, false, "text", "p1", 2, true, "evicted", "ü\n\"\\\u0000\u2028 …");
    Event bare = new Event(0, "A1.y", "", "", EventKind.CASE_END, Detail.NONE);
    Event event = new Event(EventReader.LATEST, "A1.x", "anna ü", "c1", kind, full);
    try (History history = begin()) {
      history.segment("A1.x").record(event);
      history.segment("A1.y").record(bare);
      history.merge();
    }
    assertEquals(List.of(event, bare), read(folder));
  }

  @Test
  void mergingTellsTheLinesOfEachCase() throws Exception {
    Map<String, History.Lines> lines;
    try (History history = begin()) {
      Segment b = history.segment("B1.x");
      Segment a = history.segment("A1.x");
      history.segment("C1.empty");
      for (int i = 0; i < 3; i++) {
        b.record(admitted(i, "B1.x"));
        a.record(event(i, "A1.x", EventKind.FRAME_IN, Detail.note("line\nfeed\r\n")));
      }
      a.record(admitted(9, "A1.x"));
      lines = history.merge();
    }
    List<String> merged = Files.readAllLines(folder.resolve("history.jsonl"));
    assertEquals(8, merged.size());
    lines.forEach(
        (id, at) ->
            merged
                .subList((int) at.from() - 1, (int) at.to())
                .forEach(line -> assertTrue(line.contains("\"case\":\"" + id + "\""), line)));
    assertEquals(new History.Lines(2, 5), lines.get("A1.x"));
    assertEquals(new History.Lines(6, 8), lines.get("B1.x"));
    assertEquals(new History.Lines(9, 8), lines.get("C1.empty"));
    assertFalse(Files.exists(folder.resolve("history")));
    assertEquals(7, read(folder).size());
  }

  @Test
  void whatWasRecordedCanBeReadBeforeTheRunEnds() throws Exception {
    try (History history = begin()) {
      Segment segment = history.segment("A1.x");
      segment.record(admitted(1, "A1.x"));
      assertEquals(segment.events(), read(folder));
    }
  }

  @Test
  void aLastLineThatACrashCutOffIsPassedOver() throws Exception {
    try (History history = begin()) {
      history.segment("A1.x").record(admitted(1, "A1.x"));
      history.segment("B1.x").record(admitted(2, "B1.x"));
    }
    Path cut = folder.resolve("history").resolve("A1.x.jsonl");
    Files.writeString(cut, Files.readString(cut) + "{\"t\":3,\"case\":\"A1.x\",\"e\":\"adm");
    assertEquals(List.of(1L, 2L), read(folder).stream().map(Event::t).toList());
  }

  @Test
  void aMergeThatWasCutOffLosesNothing() throws Exception {
    try (History history = begin()) {
      history.segment("A1.x").record(admitted(1, "A1.x"));
      Path gone = folder.resolve("history").resolve("B1.x.jsonl");
      history.segment("B1.x").record(admitted(2, "B1.x"));
      Path kept = Files.move(gone, folder.resolve("kept"));
      assertThrows(HistoryException.class, history::merge);
      Files.move(kept, gone);
    }
    assertEquals(2, read(folder).size());
  }

  @Test
  void whatCameAfterTheEndBelongsToNoCase() throws Exception {
    try (History history = begin()) {
      Segment segment = history.segment("A1.x");
      segment.close();
      segment.record(admitted(1, "A1.x"));
      assertEquals(List.of(), segment.events());
      assertEquals(Map.of("A1.x", List.of()), history.events());
    }
  }

  @Test
  void readsTheGzipForm() throws Exception {
    try (History history = begin()) {
      history.segment("A1.x").record(admitted(1, "A1.x"));
      history.merge();
    }
    Path packed = folder.resolve("history.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(folder.resolve("history.jsonl"), out);
    }
    assertEquals(1, read(packed).size());
  }

  @Test
  void aDiskThatTakesNoMoreIsAProblemAndLosesNoEvent() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");
    try (History history = begin()) {
      Files.createSymbolicLink(folder.resolve("history").resolve("A1.x.jsonl"), full);
      Segment segment = history.segment("A1.x");
      segment.record(admitted(1, "A1.x"));
      segment.record(admitted(2, "A1.x"));
      String problem = segment.problem().orElseThrow();
      assertTrue(problem.contains("A1.x.jsonl") && problem.contains("No space"), problem);
      assertEquals(2, segment.events().size());
    }
  }

  @Test
  void theRestOfALineThatTheDiskDidNotTakeIsNotMerged() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");
    Map<String, History.Lines> lines;
    try (History history = begin()) {
      Path file = folder.resolve("history").resolve("A1.x.jsonl");
      Files.createSymbolicLink(file, full);
      history.segment("A1.x").record(admitted(1, "A1.x"));
      history.segment("B1.x").record(admitted(2, "B1.x"));
      Files.delete(file);
      Files.writeString(file, "{\"t\":1,\"ca");
      lines = history.merge();
    }
    assertEquals(new History.Lines(2, 2), lines.get("B1.x"));
    assertEquals(List.of(2L), read(folder).stream().map(Event::t).toList());
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "", StandardCharsets.UTF_8);
    HistoryException e =
        assertThrows(
            HistoryException.class,
            () -> History.begin(file, HEADER, Redactor.NONE, () -> 0).close());
    assertTrue(e.getMessage().startsWith("cannot write the history " + file), e.getMessage());
  }
}
