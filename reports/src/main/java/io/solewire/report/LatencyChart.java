package io.solewire.report;

import io.solewire.report.chart.Axis;
import io.solewire.report.chart.Chart;
import io.solewire.report.chart.Stroke;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The eviction latency of each second of a load. Stateless. */
final class LatencyChart {

  private static final Chart.Frame FRAME = new Chart.Frame(960, 330, 64, 890, 34, 280);

  /** Room above the largest, for the words of the warm-up. */
  private static final int HEADROOM = 26;

  private static final int LINE_HEIGHT = 15;
  private static final int GAP = 8;
  private static final int HALF_LETTER = 4;

  private LatencyChart() {}

  /** Empty if no second has an eviction. */
  static Optional<Chart> of(LoadResult load) {
    Timeline time = Timeline.of(load, FRAME);
    List<Second> timed = timed(time.seconds());
    if (timed.isEmpty()) {
      return Optional.empty();
    }
    long min = timed.stream().mapToLong(s -> Math.min(s.p50(), s.p99())).min().orElse(1);
    long max = timed.stream().mapToLong(s -> Math.max(s.p99(), s.max())).max().orElse(1);
    Axis y = Axis.micros("eviction latency", min, max, FRAME.bottom(), FRAME.top() + HEADROOM);
    return Optional.of(
        new Chart(
            "latency",
            "Eviction latency in each second",
            words(time),
            FRAME,
            time.x(),
            y,
            List.of(
                time.shade(),
                new Chart.Shape(time.dense() ? "max fine" : "max", dots(time, y)),
                new Chart.Shape("p99", line(time, y, Second::p99)),
                new Chart.Shape("p50", line(time, y, Second::p50))),
            notes(time, y, timed.get(timed.size() - 1)),
            time.hits(LatencyChart::words),
            table(time)));
  }

  private static List<Second> timed(List<Second> seconds) {
    return seconds.stream().filter(s -> s.evictions() > 0 && s.max() > 0).toList();
  }

  private static String line(Timeline time, Axis y, ToLongFunction<Second> value) {
    Stroke line = new Stroke();
    int due = 0;
    for (Second second : timed(time.seconds())) {
      if (second.at() != due) {
        line.lift();
      }
      line.to(time.middle(second), y.scale().at(value.applyAsLong(second)));
      due = second.at() + 1;
    }
    return line.path();
  }

  private static String dots(Timeline time, Axis y) {
    Stroke dots = new Stroke();
    timed(time.seconds()).forEach(s -> dots.dot(time.middle(s), y.scale().at(s.max())));
    return dots.path();
  }

  private static List<Chart.Note> notes(Timeline time, Axis y, Second last) {
    List<Chart.Note> notes = new ArrayList<>();
    if (!time.warmup().isEmpty()) {
      double left = time.left(time.warmup().get(0)) + GAP;
      notes.add(
          new Chart.Note("phase", left, FRAME.top() + 17.0, "start", "warm-up, not measured"));
    }
    double right = Chart.place(time.middle(last) + GAP + HALF_LETTER);
    double p50 = y.scale().at(last.p50()) + HALF_LETTER;
    double p99 = Math.min(y.scale().at(last.p99()) + HALF_LETTER, p50 - LINE_HEIGHT);
    double max = Math.min(y.scale().at(last.max()) + HALF_LETTER, p99 - LINE_HEIGHT);
    notes.add(new Chart.Note("max", right, Chart.place(max), "start", "max"));
    notes.add(new Chart.Note("p99", right, Chart.place(p99), "start", "p99"));
    notes.add(new Chart.Note("p50", right, Chart.place(p50), "start", "p50"));
    return notes;
  }

  private static String words(Second second) {
    return second.evictions() == 0
        ? "no evictions"
        : LoadWords.count(second.evictions(), "eviction")
            + ", p50 "
            + Words.micros(second.p50())
            + ", p99 "
            + Words.micros(second.p99())
            + ", max "
            + Words.micros(second.max());
  }

  private static String words(Timeline time) {
    int warmup = time.warmup().size();
    String length =
        Words.count(time.seconds().size(), "second")
            + (warmup > 0 ? ", of which the first " + warmup + " are warm-up" : "");
    List<Second> measured = timed(time.measured());
    if (measured.isEmpty()) {
      return "Eviction latency over " + length + "; no eviction in the measured seconds.";
    }
    return "Eviction latency over "
        + length
        + ". In the measured seconds p50 is "
        + Timeline.range(measured, Words::micros, Second::p50)
        + ", p99 "
        + Timeline.range(measured, Words::micros, Second::p99)
        + ", and the largest "
        + Timeline.range(measured, Words::micros, Second::max)
        + ".";
  }

  private static Chart.Table table(Timeline time) {
    return Chart.Table.of(
        List.of("second", "phase", "evictions", "p50", "p99", "max"),
        time.seconds().stream().map(LatencyChart::row).toList());
  }

  private static List<String> row(Second s) {
    boolean timed = s.evictions() > 0;
    return List.of(
        String.valueOf(s.at()),
        Timeline.phase(s),
        LoadWords.number(s.evictions()),
        timed ? Words.micros(s.p50()) : "",
        timed ? Words.micros(s.p99()) : "",
        timed ? Words.micros(s.max()) : "");
  }
}
