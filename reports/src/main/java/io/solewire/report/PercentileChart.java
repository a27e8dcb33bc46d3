package io.solewire.report;

import io.solewire.report.chart.Axis;
import io.solewire.report.chart.Chart;
import io.solewire.report.chart.Stroke;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Latency;
import io.solewire.result.LoadResult.Metric;
import io.solewire.result.LoadResult.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The distribution of the eviction latency, drawn so that its tail can be read. Stateless. */
final class PercentileChart {

  private static final Chart.Frame FRAME = new Chart.Frame(960, 340, 64, 930, 34, 290);

  /** Room above the curve, for words. */
  private static final int HEADROOM = 26;

  private static final int GAP = 7;

  /** Of a label that would otherwise begin left of the plot. */
  private static final int LABEL_WIDTH = 90;

  /** A mark nearer than this to the end of the axis would stand on the largest's. */
  private static final double NEAR_END = 0.3;

  private PercentileChart() {}

  /** Empty if there is nothing to draw. */
  static Optional<Chart> of(LoadResult load) {
    Latency eviction = load.latency(Metric.EVICTION);
    List<Point> curve =
        load.curve().stream()
            .filter(p -> p.us() >= 0 && p.us() < Double.MAX_VALUE)
            .filter(p -> p.percentile() >= 0 && p.percentile() <= 100)
            .sorted(Comparator.comparingDouble(Point::percentile))
            .toList();
    return eviction == null || curve.isEmpty()
        ? Optional.empty()
        : Optional.of(draw(curve, eviction));
  }

  private static Chart draw(List<Point> curve, Latency eviction) {
    double min = curve.stream().mapToDouble(Point::us).min().orElse(1);
    double max = Math.max(eviction.max(), curve.stream().mapToDouble(Point::us).max().orElse(1));
    Axis x =
        Axis.percentiles(
            "percentile of " + LoadWords.count(eviction.count(), "eviction"),
            eviction.count(),
            FRAME.left(),
            FRAME.right());
    Axis y =
        Axis.micros(
            "eviction latency",
            Math.min(min, eviction.p50()),
            max,
            FRAME.bottom(),
            FRAME.top() + HEADROOM);
    List<Chart.Note> notes = new ArrayList<>();
    Stroke dots = new Stroke();
    for (Mark mark : marks(eviction, x)) {
      double at = x.scale().at(mark.nines());
      dots.dot(at, y.scale().at(mark.us()));
      notes.add(note(mark, at, y));
    }
    return new Chart(
        "percentiles",
        "Eviction latency by percentile",
        words(eviction),
        FRAME,
        x,
        y,
        List.of(
            new Chart.Shape("curve", line(curve, eviction, x, y)),
            new Chart.Shape("points", dots.path())),
        notes,
        hits(curve, x),
        table(curve));
  }

  private static String line(List<Point> curve, Latency eviction, Axis x, Axis y) {
    Stroke line = new Stroke();
    for (Point point : curve) {
      line.to(x.scale().at(Axis.nines(point.percentile())), y.scale().at(point.us()));
    }
    return line.to(FRAME.right(), y.scale().at(eviction.max())).path();
  }

  private record Mark(String name, double nines, long us) {}

  private static List<Mark> marks(Latency eviction, Axis x) {
    double end = x.scale().to();
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark("p50", Axis.nines(50), eviction.p50()));
    marks.add(new Mark("p90", 1, eviction.p90()));
    marks.add(new Mark("p99", 2, eviction.p99()));
    marks.add(new Mark("p99.9", 3, eviction.p999()));
    marks.removeIf(mark -> mark.nines() > end - NEAR_END);
    marks.add(new Mark("max", end, eviction.max()));
    return marks;
  }

  /** To the upper left of its dot, where a curve that only rises cannot be. */
  private static Chart.Note note(Mark mark, double at, Axis y) {
    boolean cramped = at - LABEL_WIDTH < FRAME.left();
    return new Chart.Note(
        "value",
        cramped ? FRAME.left() + GAP : at - GAP,
        Chart.place(y.scale().at(mark.us()) - GAP),
        cramped ? "start" : "end",
        mark.name() + " " + Words.micros(mark.us()));
  }

  private static List<Chart.Hit> hits(List<Point> curve, Axis x) {
    List<Chart.Hit> hits = new ArrayList<>();
    double left = FRAME.left();
    for (int i = 0; i < curve.size(); i++) {
      double here = x.scale().at(Axis.nines(curve.get(i).percentile()));
      double next =
          i + 1 < curve.size()
              ? x.scale().at(Axis.nines(curve.get(i + 1).percentile()))
              : FRAME.right();
      double right = i + 1 < curve.size() ? (here + next) / 2 : next;
      if (right > left) {
        hits.add(
            new Chart.Hit(
                Chart.place(left),
                Chart.place(right - left),
                percent(curve.get(i)) + ": " + Words.micros(Math.round(curve.get(i).us()))));
        left = right;
      }
    }
    return hits;
  }

  private static Chart.Table table(List<Point> curve) {
    return Chart.Table.of(
        List.of("percentile", "at most"),
        curve.stream().map(p -> List.of(percent(p), Words.micros(Math.round(p.us())))).toList());
  }

  private static String percent(Point point) {
    return BigDecimal.valueOf(point.percentile())
            .setScale(5, RoundingMode.DOWN)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private static String words(Latency eviction) {
    return String.format(
        Locale.ROOT,
        "Eviction latency by percentile, of %s: %s at p50, %s at p90, %s at p99, %s at p99.9, %s at"
            + " most.",
        LoadWords.count(eviction.count(), "eviction"),
        Words.micros(eviction.p50()),
        Words.micros(eviction.p90()),
        Words.micros(eviction.p99()),
        Words.micros(eviction.p999()),
        Words.micros(eviction.max()));
  }
}
