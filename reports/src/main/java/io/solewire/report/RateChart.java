package io.solewire.report;

import io.solewire.report.chart.Axis;
import io.solewire.report.chart.Chart;
import io.solewire.report.chart.Stroke;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was planned and what was started in each second of a load. Stateless. */
final class RateChart {

  private static final Chart.Frame FRAME = new Chart.Frame(960, 170, 64, 890, 30, 120);

  private static final int HEADROOM = 8;
  private static final int GAP = 8;
  private static final int HALF_LETTER = 4;
  private static final int LINE_HEIGHT = 15;

  /** Of a second's width, on each side of its bar. */
  private static final double MARGIN = 0.1;

  private RateChart() {}

  /** Empty if nothing was planned or started. */
  static Optional<Chart> of(LoadResult load) {
    Timeline time = Timeline.of(load, FRAME);
    long max =
        time.seconds().stream().mapToLong(s -> Math.max(s.planned(), s.started())).max().orElse(0);
    if (max <= 0) {
      return Optional.empty();
    }
    Axis y =
        Axis.counts("newcomers per second", max, FRAME.bottom(), FRAME.top() + (double) HEADROOM);
    return Optional.of(
        new Chart(
            "rate",
            "Newcomers planned and started in each second",
            words(time),
            FRAME,
            time.x(),
            y,
            List.of(
                time.shade(),
                new Chart.Shape("started", bars(time, y)),
                new Chart.Shape("planned", steps(time, y))),
            notes(time, y),
            time.hits(
                s ->
                    LoadWords.number(s.started()) + " started of " + LoadWords.number(s.planned())),
            table(time)));
  }

  private static String bars(Timeline time, Axis y) {
    Stroke bars = new Stroke();
    for (Second second : time.seconds()) {
      double margin = MARGIN * (time.right(second) - time.left(second));
      bars.box(
          time.left(second) + margin,
          y.scale().at(second.started()),
          time.right(second) - margin,
          FRAME.bottom());
    }
    return bars.path();
  }

  private static String steps(Timeline time, Axis y) {
    Stroke line = new Stroke();
    int due = 0;
    for (Second second : time.seconds()) {
      if (second.at() != due) {
        line.lift();
      }
      double height = y.scale().at(second.planned());
      line.to(time.left(second), height).to(time.right(second), height);
      due = second.at() + 1;
    }
    return line.path();
  }

  private static List<Chart.Note> notes(Timeline time, Axis y) {
    Second last = time.seconds().get(time.seconds().size() - 1);
    double planned = y.scale().at(last.planned()) + HALF_LETTER;
    double started = (y.scale().at(last.started()) + FRAME.bottom()) / 2 + HALF_LETTER;
    List<Chart.Note> notes = new ArrayList<>();
    double right = FRAME.right() + (double) GAP;
    notes.add(new Chart.Note("planned", right, Chart.place(planned), "start", "planned"));
    notes.add(
        new Chart.Note(
            "started",
            right,
            Chart.place(
                Math.abs(started - planned) < LINE_HEIGHT ? planned + LINE_HEIGHT : started),
            "start",
            "started"));
    return notes;
  }

  private static String words(Timeline time) {
    List<Second> measured = time.measured();
    if (measured.isEmpty()) {
      return "Newcomers in each second; all of them are warm-up.";
    }
    return "Newcomers in each of "
        + Words.count(measured.size(), "measured second")
        + ": "
        + Timeline.range(measured, LoadWords::number, Second::planned)
        + " planned, "
        + Timeline.range(measured, LoadWords::number, Second::started)
        + " started.";
  }

  private static Chart.Table table(Timeline time) {
    return Chart.Table.of(
        List.of("second", "phase", "planned", "started"),
        time.seconds().stream()
            .map(
                s ->
                    List.of(
                        String.valueOf(s.at()),
                        Timeline.phase(s),
                        LoadWords.number(s.planned()),
                        LoadWords.number(s.started())))
            .toList());
  }
}
