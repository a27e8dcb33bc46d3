package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.load.RecordedLatencies;
import io.solewire.report.LoadFigures.Cell;
import io.solewire.report.LoadFigures.Column;
import io.solewire.report.timeline.Pictures;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Second;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadFiguresTest {

  @Test
  void keepsTheWarmUpApartWhereSecondsShareAColumn() {
    LoadFigures figures = LoadFigures.of(seconds(371), Evidence.NONE);
    assertEquals(2, figures.seconds());
    List<Column> columns = figures.columns();
    assertEquals(new Column(4, 1, true, 50, 50, 50, 900_000, 900_000, 900_000), columns.get(2));
    assertEquals(new Column(5, 2, false, 100, 99, 98, 6, 60, 600), columns.get(3));
    assertEquals(371 * 50, columns.stream().mapToLong(Column::planned).sum());
    assertEquals(371, columns.stream().mapToInt(Column::length).sum());
  }

  @Test
  void keepsSecondsApartAsLongAsTheyFit() {
    LoadFigures figures = LoadFigures.of(seconds(360), Evidence.NONE);
    assertEquals(1, figures.seconds());
    assertEquals(360, figures.columns().size());
  }

  @Test
  void countsWhatWasRecordedInTheColumnsThatAreDrawn() {
    RecordedLatencies recorded =
        new RecordedLatencies(
            Map.of(), List.of(slot(4, 7, 1), slot(5, 7, 10), slot(6, 7, 100), slot(7, 8, 1)));
    Evidence evidence = new Evidence(Pictures.NONE, Pictures.NONE, recorded, Optional.empty());
    assertEquals(
        List.of(new Cell(4, 7, 1), new Cell(5, 7, 110), new Cell(7, 8, 1)),
        LoadFigures.of(seconds(371), evidence).heat());
  }

  private static RecordedLatencies.Slot slot(int at, int range, long count) {
    return new RecordedLatencies.Slot(at, new TreeMap<>(Map.of(range, count)));
  }

  /** With five seconds of warm-up, the last of which is slow. */
  private static LoadResult seconds(int seconds) {
    List<Second> all =
        IntStream.range(0, seconds)
            .mapToObj(
                at ->
                    at < 5
                        ? new Second(at, true, 50, 50, 50, 900_000, 900_000, 900_000)
                        : new Second(at, false, 50, 50 - at % 2, 49, at, at * 10, at * 100))
            .toList();
    return LoadSamples.drawn(LoadSamples.load(LoadSamples.passed()), List.of(), all);
  }
}
