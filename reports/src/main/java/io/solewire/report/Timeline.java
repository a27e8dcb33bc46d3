package io.solewire.report;

import io.solewire.report.chart.Axis;
import io.solewire.report.chart.Chart;
import io.solewire.report.chart.Stroke;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.Second;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * The seconds of a load side by side, as its drawings share them. Immutable.
 *
 * @param seconds in their order
 * @param frame the drawing
 * @param x the axis of time
 */
record Timeline(List<Second> seconds, Chart.Frame frame, Axis x) {

  /** More than these are too narrow to point at. */
  private static final int MAX_HITS = 600;

  private static final int MAX_SEPARATE = 120;

  static Timeline of(LoadResult load, Chart.Frame frame) {
    List<Second> seconds =
        load.timeline().stream()
            .filter(s -> s.at() >= 0 && s.at() < Integer.MAX_VALUE)
            .sorted(Comparator.comparingInt(Second::at))
            .toList();
    int end = seconds.isEmpty() ? 1 : seconds.get(seconds.size() - 1).at() + 1;
    String title = "seconds since the first newcomer was due";
    return new Timeline(seconds, frame, Axis.seconds(title, end, frame.left(), frame.right()));
  }

  /** The middle of a second. */
  double middle(Second second) {
    return x.scale().at(second.at() + 0.5);
  }

  double left(Second second) {
    return x.scale().at(second.at());
  }

  double right(Second second) {
    return x.scale().at(second.at() + 1.0);
  }

  /** Whether dots of the usual size would touch. */
  boolean dense() {
    return seconds.size() > MAX_SEPARATE;
  }

  List<Second> warmup() {
    return seconds.stream().filter(Second::warmup).toList();
  }

  List<Second> measured() {
    return seconds.stream().filter(s -> !s.warmup()).toList();
  }

  static String phase(Second second) {
    return second.warmup() ? "warm-up" : "measured";
  }

  /** From the least to the largest. */
  static String range(
      List<Second> seconds, LongFunction<String> words, ToLongFunction<Second> value) {
    String from = words.apply(seconds.stream().mapToLong(value).min().orElse(0));
    String to = words.apply(seconds.stream().mapToLong(value).max().orElse(0));
    return from.equals(to) ? from : from + " to " + to;
  }

  /** The warm-up as an area; empty path data without one. */
  Chart.Shape shade() {
    Stroke stroke = new Stroke();
    List<Second> warmup = warmup();
    if (!warmup.isEmpty()) {
      double to = right(warmup.get(warmup.size() - 1));
      stroke.box(left(warmup.get(0)), frame.top(), to, frame.bottom());
    }
    return new Chart.Shape("warmup", stroke.path());
  }

  /** What can be pointed at. */
  List<Chart.Hit> hits(Function<Second, String> words) {
    List<Chart.Hit> hits = new ArrayList<>();
    if (seconds.size() <= MAX_HITS) {
      for (Second second : seconds) {
        String phase = second.warmup() ? ", warm-up" : "";
        double left = left(second);
        double width = Chart.place(right(second) - left);
        String text = "second " + second.at() + phase + ": " + words.apply(second);
        hits.add(new Chart.Hit(left, width, text));
      }
    }
    return hits;
  }
}
