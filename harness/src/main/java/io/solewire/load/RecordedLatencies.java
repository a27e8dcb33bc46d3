package io.solewire.load;

import io.solewire.result.LoadResult.Point;
import io.solewire.result.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;

/**
 * What {@link HistogramLog} wrote, read again for drawing. Immutable.
 *
 * @param curves the distribution of each metric
 * @param seconds how many evictions of each second had which latency; empty if that was not written
 */
public record RecordedLatencies(Map<Metric, List<Point>> curves, List<Slot> seconds) {

  /** So many ranges of latency make a factor of ten. */
  public static final int RANGES = 12;

  /** Nothing was written. */
  public static final RecordedLatencies NONE = new RecordedLatencies(Map.of(), List.of());

  private static final String ENDING = ".hlog";
  private static final double MICRO = 1e3;
  private static final double SECOND = 1e3;

  /**
   * One second.
   *
   * @param at seconds since the plan began
   * @param counts evictions by the range of their latency: range r begins at 10^(r/{@link #RANGES})
   *     microseconds
   */
  public record Slot(int at, SortedMap<Integer, Long> counts) {}

  /**
   * Reads them.
   *
   * @param folder the folder of a run
   * @return what is there and can be read; the rest is left out, since it only would be drawn
   */
  public static RecordedLatencies read(Path folder) {
    Map<Metric, List<Point>> curves = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      for (Histogram histogram : histograms(folder.resolve(metric.text() + ENDING))) {
        curves.put(metric, Histograms.curve(histogram));
      }
    }
    List<Slot> seconds = new ArrayList<>();
    long begin = -1;
    for (Histogram histogram : histograms(folder.resolve(HistogramLog.TIMELINE))) {
      begin = begin < 0 ? histogram.getStartTimeStamp() : begin;
      seconds.add(slot(histogram, begin));
    }
    return new RecordedLatencies(curves, seconds);
  }

  private static Slot slot(Histogram histogram, long begin) {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (HistogramIterationValue value : histogram.recordedValues()) {
      double micros = Math.max(1, value.getValueIteratedTo() / MICRO);
      counts.merge(
          (int) Math.floor(Math.log10(micros) * RANGES),
          value.getCountAddedInThisIterationStep(),
          Long::sum);
    }
    return new Slot((int) Math.round((histogram.getStartTimeStamp() - begin) / SECOND), counts);
  }

  private static List<Histogram> histograms(Path file) {
    List<Histogram> all = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return all;
    }
    try (HistogramLogReader log = new HistogramLogReader(file.toFile())) {
      while (log.hasNext()) {
        EncodableHistogram next = log.nextIntervalHistogram();
        if (next instanceof Histogram histogram) {
          all.add(histogram);
        }
      }
    } catch (IOException | RuntimeException e) {
      return all; // cut off or not of this format
    }
    return all;
  }
}
