package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.Metric;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLatenciesTest {

  private static final long BEGIN = 1_700_000_000_000L;

  @TempDir private Path folder;

  @Test
  void findsTheDistributionOfEachMetricThatWasWritten() throws Exception {
    Histograms histograms = new Histograms();
    for (int i = 1; i <= 1_000; i++) {
      histograms.record(Metric.ADMISSION, i * 1_000L);
    }
    write("admission.hlog", List.of(histograms.all().get(Metric.ADMISSION)));
    RecordedLatencies recorded = RecordedLatencies.read(folder);
    assertEquals(Set.of(Metric.ADMISSION), recorded.curves().keySet());
    assertEquals(histograms.curve(Metric.ADMISSION), recorded.curves().get(Metric.ADMISSION));
    assertEquals(List.of(), recorded.seconds());
  }

  @Test
  void countsTheEvictionsOfEachSecondByTheRangeOfTheirLatency() throws Exception {
    write("timeline.hlog", List.of(slot(0, 1_000_000, 1_000_000), slot(2, 10_000)));
    List<RecordedLatencies.Slot> seconds = RecordedLatencies.read(folder).seconds();
    assertEquals(List.of(0, 2), seconds.stream().map(RecordedLatencies.Slot::at).toList());
    assertEquals(Map.of(3 * RecordedLatencies.RANGES, 2L), seconds.get(0).counts());
    assertEquals(Map.of(RecordedLatencies.RANGES, 1L), seconds.get(1).counts());
  }

  @Test
  void leavesOutWhatIsNotThereOrCannotBeRead() throws Exception {
    assertEquals(RecordedLatencies.NONE, RecordedLatencies.read(folder));
    Files.writeString(folder.resolve("eviction.hlog"), "Tag=,0.1,1.0,5.0,garbage\n");
    Files.createDirectory(folder.resolve("admission.hlog"));
    assertTrue(RecordedLatencies.read(folder).curves().isEmpty());
  }

  private static Histogram slot(int second, long... nanos) {
    Histogram histogram = new Histogram(3);
    for (long value : nanos) {
      histogram.recordValue(value);
    }
    histogram.setStartTimeStamp(BEGIN + second * 1_000L);
    histogram.setEndTimeStamp(BEGIN + (second + 1) * 1_000L);
    return histogram;
  }

  private void write(String name, List<Histogram> histograms) throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputLogFormatVersion();
      log.outputStartTime(BEGIN);
      log.setBaseTime(BEGIN);
      log.outputLegend();
      histograms.forEach(log::outputIntervalHistogram);
    }
  }
}
