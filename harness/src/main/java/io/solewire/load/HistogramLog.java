package io.solewire.load;

import io.solewire.result.Metric;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes histograms as files of HdrHistogram's log format, version 1.3, in nanoseconds: one file a
 * metric with the whole measured time, and {@code timeline.hlog} with the eviction latency second
 * by second, the warm-up tagged. Not thread-safe.
 */
public final class HistogramLog {

  /** The file with the eviction latency second by second. */
  static final String TIMELINE = "timeline.hlog";

  private static final String COMMENT = "Solewire; values in nanoseconds";

  private final Histograms histograms;
  private final Timeline timeline;

  HistogramLog(Histograms histograms, Timeline timeline) {
    this.histograms = histograms;
    this.timeline = timeline;
  }

  /**
   * Writes them.
   *
   * @param folder an existing folder
   * @param startMillis when the plan began, milliseconds since the epoch
   * @param plan the plan
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, long startMillis, LoadPlan plan) throws IOException {
    long from = startMillis + plan.warmupMs();
    for (Map.Entry<Metric, Histogram> entry : histograms.all().entrySet()) {
      Path file = folder.resolve(entry.getKey().text() + ".hlog");
      try (OutputStream out = Files.newOutputStream(file)) {
        HistogramLogWriter log = begin(out, from);
        Histogram histogram = entry.getValue();
        histogram.setStartTimeStamp(from);
        histogram.setEndTimeStamp(from + plan.durationMs());
        log.outputIntervalHistogram(histogram);
      }
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(TIMELINE))) {
      HistogramLogWriter log = begin(out, startMillis);
      timeline
          .slots()
          .forEach(
              (second, slot) -> {
                Histogram histogram = slot.evictions();
                boolean warmup = second * 1000 < plan.warmupMs();
                histogram.setTag(warmup ? "warm-up" : "eviction");
                histogram.setStartTimeStamp(startMillis + second * 1000);
                histogram.setEndTimeStamp(startMillis + (second + 1) * 1000);
                log.outputIntervalHistogram(histogram);
              });
    }
  }

  private static HistogramLogWriter begin(OutputStream out, long startMillis) {
    HistogramLogWriter log = new HistogramLogWriter(out);
    log.outputLogFormatVersion();
    log.outputComment(COMMENT);
    log.outputStartTime(startMillis);
    log.setBaseTime(startMillis);
    log.outputLegend();
    return log;
  }
}
