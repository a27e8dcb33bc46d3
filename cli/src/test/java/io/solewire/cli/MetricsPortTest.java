package io.solewire.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Somebody looks on while a load runs. */
@Isolated("a generator that shares its processors with other tests is not healthy")
@Timeout(120)
class MetricsPortTest {

  private static final Pattern PAGE =
      Pattern.compile("(?m)^metrics {2}(http://127\\.0\\.0\\.1:\\S+)");
  private static final Pattern PHASE =
      Pattern.compile("solewire_load_phase\\{solewire_load_phase=\"(.*)\"}");
  private static final List<String> PHASES =
      List.of("populating", "warm-up", "measuring", "settling");
  private static final String STARTED = "solewire_newcomers_started_total{phase=\"measured\"}";
  private static final String ADMITTED = "solewire_newcomers_admitted_total{phase=\"measured\"}";
  private static final String ERRORS = "solewire_newcomer_errors_total{phase=\"measured\"}";
  private static final String EVICTED = "solewire_incumbents_evicted_total{phase=\"measured\"}";
  private static final String UNEVICTED = "solewire_incumbents_unevicted_total{phase=\"measured\"}";
  private static final String LATENCIES =
      "solewire_eviction_latency_seconds_count{phase=\"measured\"}";
  private static final String SECONDS = "solewire_eviction_latency_seconds_sum{phase=\"measured\"}";
  private static final String HELD = "solewire_connections_held";

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;

  @Test
  void itsCountersRiseAndEndWhereTheResultDoes() throws Exception {
    List<Map<String, Double>> pages;
    URI uri;
    try (Target target = Target.honest()) {
      String[] args = {target.profile(folder), "--metrics-port", "0"};
      Cli.Running load = Cli.start(folder, Cli.load(Path.of("run"), Loads.SHORT, args));
      uri = page(load);
      pages = scrapeToTheEnd(uri);
      load.await();
    }
    assertThrows(ConnectException.class, () -> new Socket(uri.getHost(), uri.getPort()).close());
    neverFall(pages);
    assertEquals(
        PHASES.stream().filter(phases(pages)::contains).toList(), phases(pages), "in their order");
    assertTrue(phases(pages).contains("measuring"), phases(pages).toString());
    long steps = pages.stream().map(page -> page.get(EVICTED)).distinct().count();
    assertTrue(steps > 3, "it rose in " + steps + " steps");
    endsAsTheResult(pages.get(pages.size() - 1));
  }

  private static URI page(Cli.Running load) {
    Matcher found =
        await()
            .atMost(Duration.ofSeconds(40))
            .until(() -> PAGE.matcher(load.text("out")), Matcher::find);
    return URI.create(found.group(1));
  }

  /** Somebody who says nonsense looks on as well. */
  private List<Map<String, Double>> scrapeToTheEnd(URI uri) {
    List<Map<String, Double>> pages = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(25))
        .until(() -> isOver(uri, pages));
    assertFalse(pages.isEmpty());
    return pages;
  }

  private boolean isOver(URI uri, List<Map<String, Double>> pages) throws InterruptedException {
    try (Socket nonsense = new Socket(uri.getHost(), uri.getPort())) {
      nonsense.getOutputStream().write("GET\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      pages.add(
          client
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
              .body()
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(
                  Collectors.toMap(
                      line -> line.substring(0, line.lastIndexOf(' ')),
                      line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void neverFall(List<Map<String, Double>> pages) {
    for (int i = 1; i < pages.size(); i++) {
      Map<String, Double> before = pages.get(i - 1);
      pages
          .get(i)
          .forEach(
              (name, value) -> {
                if (name.matches("\\w+(_total|_count|_bucket)(\\{.*)?")) {
                  assertTrue(value >= before.getOrDefault(name, 0.0), name + " fell to " + value);
                }
              });
      assertTrue(pages.get(i).get(STARTED) >= pages.get(i).get(ADMITTED), "on one page");
      assertTrue(pages.get(i).get(ADMITTED) >= pages.get(i).get(EVICTED), "on one page");
    }
  }

  private static List<String> phases(List<Map<String, Double>> pages) {
    return pages.stream()
        .flatMap(page -> page.entrySet().stream().filter(e -> e.getValue() == 1))
        .map(on -> PHASE.matcher(on.getKey()))
        .filter(Matcher::matches)
        .map(phase -> phase.group(1))
        .distinct()
        .toList();
  }

  /** Nobody is left on the last page. Where newcomers met, who took over is seen later. */
  private void endsAsTheResult(Map<String, Double> last) {
    RunResult result = StoredRunTest.result(folder.resolve("run"));
    LoadResult load = result.load();
    Loads.assertNobodyAccused(result);
    assertEquals(0, last.get(HELD), "the last page is from when everybody had left");
    assertEquals(80, last.get(STARTED));
    assertEquals(load.errors(), last.get(ERRORS));
    assertEquals(load.unevicted(), last.get(UNEVICTED), load.concurrent());
    assertEquals(load.takeovers(), last.get(EVICTED), load.concurrent());
    assertEquals(last.get(EVICTED), last.get(LATENCIES));
    LoadResult.Latency eviction = load.latency(Metric.EVICTION);
    double mean = last.get(SECONDS) / last.get(LATENCIES) * 1e6;
    assertEquals(
        eviction.mean(), mean, eviction.mean() * 0.01 + eviction.max() * load.concurrent());
    assertTrue(last.get("solewire_findings_total{rule=\"A1\",verdict=\"pass\"}") > 0);
    assertEquals(0, last.get("solewire_violations_total{rule=\"A2\"}"));
  }
}
