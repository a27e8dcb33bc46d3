package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.report.chart.Chart;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.LoadResult.Point;
import io.solewire.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartsTest {

  private static final LoadResult LOAD = LoadSamples.load();

  @Test
  void marksEachPercentileAtItsPlaceAndHeight() {
    Chart chart = PercentileChart.of(LOAD).orElseThrow();
    assertEquals(
        List.of("p50 400 µs", "p90 950 µs", "p99 2.1 ms", "p99.9 5.3 ms", "max 14.2 ms"),
        chart.notes().stream().map(Chart.Note::text).toList());
    // Four decades of nines from 64 to 930; from 100 µs at 290 to 20 ms at 60.
    String points = shape(chart, "points");
    assertTrue(points.contains("M" + x(2) + " " + y(2_100) + "h0"), points);
    assertTrue(points.contains("M" + x(1) + " " + y(950) + "h0"), points);
    assertTrue(points.endsWith("M930.0 " + y(14_200) + "h0"), points);
  }

  @Test
  void drawsTheWholeCurveUpToTheLargest() {
    String curve = shape(PercentileChart.of(LOAD).orElseThrow(), "curve");
    assertTrue(curve.startsWith("M64.0 " + y(150)), curve);
    assertTrue(curve.contains("L" + x(2) + " " + y(2_100)), curve);
    assertTrue(curve.endsWith("L930.0 " + y(14_200)), curve);
  }

  private static double x(double nines) {
    return Chart.place(64 + nines / 4 * 866);
  }

  private static double y(double us) {
    return Chart.place(290 - Math.log10(us / 100) / Math.log10(200) * 230);
  }

  @Test
  void saysInWordsWhatTheDrawingsShow() {
    assertEquals(
        "Eviction latency by percentile, of 5,000 evictions: 400 µs at p50, 950 µs at p90,"
            + " 2.1 ms at p99, 5.3 ms at p99.9, 14.2 ms at most.",
        PercentileChart.of(LOAD).orElseThrow().label());
    assertEquals(
        "Eviction latency over 15 seconds, of which the first 5 are warm-up. In the measured seconds"
            + " p50 is 390 µs to 527 µs, p99 1.7 ms to 2.5 ms, and the largest 4.1 ms to 14.2 ms.",
        LatencyChart.of(LOAD).orElseThrow().label());
    assertEquals(
        "Newcomers in each of 10 measured seconds: 500 planned, 498 to 500 started.",
        RateChart.of(LOAD).orElseThrow().label());
  }

  @Test
  void shadesTheWarmUpAndNamesIt() {
    Chart chart = LatencyChart.of(LOAD).orElseThrow();
    // Five of fifteen seconds from 64 to 890.
    assertEquals("M64.0 34.0L339.3 34.0L339.3 280.0L64.0 280.0Z", shape(chart, "warmup"));
    assertTrue(chart.notes().stream().anyMatch(n -> n.text().equals("warm-up, not measured")));
    assertEquals("warm-up", chart.table().rows().get(4).get(1));
    assertEquals("measured", chart.table().rows().get(5).get(1));
  }

  @Test
  void shadesNothingWithoutAWarmUp() {
    Chart chart = LatencyChart.of(timeline(second(0, 400, 2_000, 4_000))).orElseThrow();
    assertEquals("", shape(chart, "warmup"));
    assertEquals(3, chart.notes().size());
  }

  @Test
  void drawsTheMedianBelowTheTail() {
    Chart chart =
        LatencyChart.of(timeline(second(0, 400, 2_000, 4_000), second(1, 500, 1_000, 5_000)))
            .orElseThrow();
    assertTrue(lowest(shape(chart, "p50")) > lowest(shape(chart, "p99")));
    assertTrue(lowest(shape(chart, "p99")) > lowest(shape(chart, "max")));
    assertEquals(2, shape(chart, "p50").split("[ML]").length - 1);
    assertEquals(2, shape(chart, "max").split("h0").length);
  }

  /** Places count downwards. */
  private static double lowest(String path) {
    double lowest = 0;
    for (String place : path.replace("h0", "").split("[ML]")) {
      if (!place.isEmpty()) {
        lowest = Math.max(lowest, Double.parseDouble(place.split(" ")[1]));
      }
    }
    return lowest;
  }

  @Test
  void leavesAGapWhereNothingWasEvicted() {
    Second silent = new Second(2, false, 500, 0, 0, 0, 0, 0);
    Chart chart =
        LatencyChart.of(
                timeline(
                    second(0, 400, 2_000, 4_000),
                    second(1, 400, 2_000, 4_000),
                    silent,
                    second(3, 400, 2_000, 4_000),
                    second(4, 400, 2_000, 4_000)))
            .orElseThrow();
    assertEquals(2, shape(chart, "p50").split("M").length - 1);
    assertEquals(List.of("2", "measured", "0", "", "", ""), chart.table().rows().get(2));
    assertEquals("second 2: no evictions", chart.hits().get(2).text());
  }

  @Test
  void keepsTheNamesOfLinesApart() {
    Chart chart = LatencyChart.of(timeline(second(0, 400, 401, 402))).orElseThrow();
    List<Double> places = chart.notes().stream().map(Chart.Note::y).sorted().toList();
    assertTrue(places.get(1) - places.get(0) >= 14, places.toString());
    assertTrue(places.get(2) - places.get(1) >= 14, places.toString());
  }

  @Test
  void leavesNoMarksThatWouldStandOnTheLargest() {
    Map<String, Latency> few =
        Map.of("eviction", new Latency(80, 400, 950, 2_100, 2_100, 2_100, 1));
    Chart chart = PercentileChart.of(LoadSamples.metrics(LOAD, few)).orElseThrow();
    assertEquals(
        List.of("p50 400 µs", "p90 950 µs", "max 2.1 ms"),
        chart.notes().stream().map(Chart.Note::text).toList());
  }

  @Test
  void tellsAPointerWhatIsUnderIt() {
    Chart chart = RateChart.of(LOAD).orElseThrow();
    assertEquals(15, chart.hits().size());
    assertEquals("second 0, warm-up: 488 started of 500", chart.hits().get(0).text());
    assertEquals("second 8: 498 started of 500", chart.hits().get(8).text());
    List<Chart.Hit> hits = PercentileChart.of(LOAD).orElseThrow().hits();
    double end = 64;
    for (Chart.Hit hit : hits) {
      assertEquals(end, hit.x(), 0.11, "no place belongs to two");
      end = hit.x() + hit.width();
    }
    assertEquals(930, end, 0.11);
  }

  @Test
  void drawsBarsForWhatWasStartedAndALineForWhatWasPlanned() {
    Chart chart = RateChart.of(timeline(new Second(0, false, 100, 50, 50, 1, 1, 1))).orElseThrow();
    // From 0 at 120 to 100 at 38.
    assertEquals("M64.0 38.0L890.0 38.0", shape(chart, "planned"));
    assertEquals("M146.6 79.0L807.4 79.0L807.4 120.0L146.6 120.0Z", shape(chart, "started"));
  }

  @Test
  void drawsNothingOfNothing() {
    LoadResult none = LoadSamples.drawn(LOAD, List.of(), List.of());
    assertEquals(Optional.empty(), PercentileChart.of(none));
    assertEquals(Optional.empty(), LatencyChart.of(none));
    assertEquals(Optional.empty(), RateChart.of(none));
    assertEquals(Optional.empty(), PercentileChart.of(LoadSamples.metrics(LOAD, Map.of())));
  }

  @Test
  void standsNumbersThatCannotBe() {
    List<Point> curve =
        List.of(
            new Point(Double.NaN, 1),
            new Point(50, Double.POSITIVE_INFINITY),
            new Point(-1, 5),
            new Point(120, 5),
            new Point(50, 0));
    List<Second> timeline =
        List.of(second(-5, 1, 1, 1), second(Integer.MAX_VALUE, 1, 1, 1), second(3, 0, 0, 7));
    LoadResult odd = LoadSamples.drawn(LOAD, curve, timeline);
    for (Chart chart :
        List.of(
            PercentileChart.of(odd).orElseThrow(),
            LatencyChart.of(odd).orElseThrow(),
            RateChart.of(odd).orElseThrow())) {
      for (Chart.Shape shape : chart.shapes()) {
        assertTrue(shape.path().matches("[ML0-9. hZ]*"), shape.path());
      }
      assertEquals(1, chart.table().rows().size());
    }
  }

  @Test
  void holdsADayInOneDrawing() {
    List<Second> day = new ArrayList<>();
    for (int at = 0; at < 86_400; at++) {
      day.add(second(at, 400, 2_000, 4_000));
    }
    Collections.shuffle(day, new java.util.Random(1));
    Chart chart = LatencyChart.of(LoadSamples.drawn(LOAD, LOAD.curve(), day)).orElseThrow();
    assertTrue(chart.x().ticks().size() <= 17);
    assertEquals(85_800, chart.table().more());
    assertEquals("0", chart.table().rows().get(0).get(0));
    assertTrue(chart.hits().isEmpty());
    assertEquals(1, shape(chart, "p50").split("M").length - 1);
    assertFalse(shape(chart, "max fine").isEmpty());
  }

  private static LoadResult timeline(Second... seconds) {
    return LoadSamples.drawn(LOAD, LOAD.curve(), List.of(seconds));
  }

  private static Second second(int at, long p50, long p99, long max) {
    return new Second(at, false, 500, 500, 500, p50, p99, max);
  }

  private static String shape(Chart chart, String kind) {
    return chart.shapes().stream()
        .filter(s -> s.kind().equals(kind))
        .map(Chart.Shape::path)
        .findFirst()
        .orElseThrow();
  }
}
