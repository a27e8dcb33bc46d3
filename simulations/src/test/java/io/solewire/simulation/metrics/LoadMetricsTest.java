package io.solewire.simulation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The text of a load's page. */
class LoadMetricsTest {

  private final Numbers numbers = new Numbers();

  private List<String> lines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, LoadMetrics.of(numbers.sources()).scrape());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void says(String... expected) {
    List<String> lines = lines();
    for (String line : expected) {
      assertTrue(lines.contains(line), () -> line + " in\n" + String.join("\n", lines));
    }
  }

  @Test
  void newcomersAreCountedByThePhaseTheyBelongTo() {
    numbers.counters().started(false);
    numbers.counters().admitted(false);
    for (int i = 0; i < 3; i++) {
      numbers.counters().started(true);
    }
    numbers.counters().admitted(true);
    numbers.counters().admitted(true);
    numbers.counters().error(true);
    numbers.counters().unevicted(true);
    says(
        "# TYPE solewire_newcomers_started_total counter",
        "solewire_newcomers_started_total{phase=\"warm-up\"} 1.0",
        "solewire_newcomers_started_total{phase=\"measured\"} 3.0",
        "solewire_newcomers_admitted_total{phase=\"warm-up\"} 1.0",
        "solewire_newcomers_admitted_total{phase=\"measured\"} 2.0",
        "solewire_newcomer_errors_total{phase=\"warm-up\"} 0.0",
        "solewire_newcomer_errors_total{phase=\"measured\"} 1.0",
        "solewire_incumbents_unevicted_total{phase=\"warm-up\"} 0.0",
        "solewire_incumbents_unevicted_total{phase=\"measured\"} 1.0");
    assertEquals(4, numbers.counters().started());
  }

  @Test
  void aLatencyIsInEveryBucketThatItDoesNotExceed() {
    String bucket = "solewire_eviction_latency_seconds_bucket{phase=\"measured\",le=";
    numbers.counters().evicted(true, TimeUnit.MILLISECONDS.toNanos(125));
    numbers.counters().evicted(true, TimeUnit.MILLISECONDS.toNanos(125) + 1);
    numbers.counters().evicted(true, TimeUnit.SECONDS.toNanos(9));
    numbers.counters().evicted(true, -1);
    says(
        "# TYPE solewire_eviction_latency_seconds histogram",
        bucket + "\"6.103515625E-5\"} 1",
        bucket + "\"0.08838834764831845\"} 1",
        bucket + "\"0.125\"} 2",
        bucket + "\"0.1767766952966369\"} 3",
        bucket + "\"8.0\"} 3",
        bucket + "\"+Inf\"} 4",
        "solewire_eviction_latency_seconds_count{phase=\"measured\"} 4",
        "solewire_eviction_latency_seconds_sum{phase=\"measured\"} 9.250000001",
        "solewire_eviction_latency_seconds_count{phase=\"warm-up\"} 0",
        "solewire_incumbents_evicted_total{phase=\"measured\"} 4.0");
    assertEquals(4, numbers.counters().evicted());
  }

  @Test
  void exactlyOnePhaseIsOn() {
    for (LoadPhase now : LoadPhase.values()) {
      numbers.phase = now;
      List<String> on =
          lines().stream()
              .filter(line -> line.startsWith("solewire_load_phase{") && line.endsWith(" 1"))
              .toList();
      assertEquals(
          List.of("solewire_load_phase{solewire_load_phase=\"" + now.text() + "\"} 1"), on);
    }
  }

  @Test
  void theGeneratorSaysHowLateItIsInSeconds() {
    numbers.loopLag.recordValue(TimeUnit.MILLISECONDS.toNanos(2));
    numbers.lost = 5;
    says(
        "# TYPE solewire_generator_loop_lag_seconds summary",
        "solewire_generator_loop_lag_seconds_count 1",
        "solewire_generator_start_lag_seconds_count 0",
        "solewire_generator_start_lag_seconds_sum 0.0",
        "solewire_generator_recording_backlog_events 3.0",
        "solewire_generator_recording_backlog_max_events 2000000.0",
        "solewire_generator_events_lost_total 5.0",
        "solewire_connections_held 7.0",
        "solewire_load_info{simulation=\"takeover\"} 1");
    assertTrue(lines().stream().anyMatch(line -> line.matches("process_open_fds [1-9].*")));
    String longest = "solewire_generator_loop_lag_seconds\\{quantile=\"1.0\"} 0\\.00200\\d*";
    assertTrue(lines().stream().anyMatch(line -> line.matches(longest)), lines().toString());
  }

  @Test
  void violationsBeginAtZeroForEveryPromise() {
    for (String rule : List.of("A1", "A2", "D1", "D2", "E1")) {
      says("solewire_violations_total{rule=\"" + rule + "\"} 0.0");
    }
  }

  @Test
  void everyFamilyHasATypeAndAHelpOnce() {
    Set<String> families = new LinkedHashSet<>();
    List<String> types = new ArrayList<>();
    List<String> helps = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith("# TYPE ")) {
        types.add(line.split(" ")[2]);
      } else if (line.startsWith("# HELP ")) {
        assertFalse(line.split(" ", 4)[3].isBlank(), line);
        helps.add(line.split(" ")[2]);
      } else {
        families.add(line.replaceAll("(_bucket|_count|_sum)?[ {].*", ""));
      }
    }
    assertEquals(types, helps);
    assertEquals(types.stream().sorted().toList(), families.stream().sorted().toList());
    assertTrue(families.stream().anyMatch(name -> name.startsWith("solewire_")));
    for (String name : families) {
      assertTrue(name.matches("(solewire|process)_[a-z_]+"), name);
    }
  }
}
