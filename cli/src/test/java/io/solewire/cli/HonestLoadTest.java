package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.Metric;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One load of an honest server, and everything that it leaves in its folder. */
@Isolated("a generator that shares its processors with other tests is not healthy")
class HonestLoadTest {

  /** Of 80; a busy machine may let newcomers of one user meet, which is no takeover. */
  private static final int LEAST = 40;

  private static final String GATE = "eviction.count >= " + LEAST;

  @TempDir private static Path run;
  private static Ended ended;
  private static RunResult result;
  private static LoadResult load;

  @TempDir private Path folder;

  @BeforeAll
  static void loadAnHonestServer() throws Exception {
    try (Target target = Target.honest()) {
      ended =
          Cli.run(Cli.load(run, Loads.SHORT, target.profile(run), "--gate", GATE, "--seed", "7"));
    }
    result = StoredRunTest.result(run);
    load = result.load();
  }

  @Test
  void itMeasuresEvictionsAndPasses() {
    assertTrue(load.takeovers() >= LEAST, load.toString());
    assertEquals(load.takeovers(), load.latency(Metric.EVICTION).count());
    assertEquals(Map.of("close:4409", load.takeovers()), load.evictedBy());
    assertEquals(List.of(0L, 0L), List.of(load.unevicted(), load.errors()));
    assertEquals(List.of(40.0, 20), List.of(load.planned().rate(), load.planned().users()));
    assertEquals(List.of(), result.cases());
    Loads.assertNobodyAccused(result);
    ended.saying("evicted by").saying("close:4409").saying("seed     7");
    Loads.orTooBusy(result);
    assertEquals(List.of(0, Verdict.PASS), List.of(ended.code(), result.verdict()));
    ended.saying("\nevicts in ").saying("; 2 of 2 gates pass\n");
  }

  @Test
  void itsFolderHoldsEveryFile() throws Exception {
    for (String file :
        List.of("load-history.jsonl.gz", "report.html", "summary.md", "junit.xml", "gatling.log")) {
      assertTrue(Files.size(run.resolve(file)) > 100, file);
    }
    assertTrue(Files.readString(run.resolve("report.html")).contains(GATE.replace(">", "&gt;")));
    List<Path> pages = named("gatling/*/index.html");
    assertEquals(1, pages.size(), pages.toString());
    assertTrue(Files.readString(pages.get(0)).contains("gate: " + GATE.replace(">", "&gt;")));
    assertTrue(Files.notExists(run.resolve("load.json")), "between the processes only");
  }

  @Test
  void itsResultHoldsTheSchema() throws Exception {
    StoredRunTest.holdsTheSchema(new ObjectMapper().readTree(run.resolve("result.json").toFile()));
  }

  @Test
  void itsHistogramsSayWhatTheResultSays() throws Exception {
    Set<String> expected = new TreeSet<>(load.metrics().keySet());
    expected.add("timeline");
    assertEquals(
        expected,
        named("*.hlog").stream()
            .map(file -> file.getFileName().toString().replace(".hlog", ""))
            .collect(Collectors.toCollection(TreeSet::new)));
    for (Map.Entry<String, LoadResult.Latency> metric : load.metrics().entrySet()) {
      Histogram histogram = Loads.histogram(run, metric.getKey(), any -> true);
      LoadResult.Latency latency = metric.getValue();
      assertEquals(latency.count(), histogram.getTotalCount(), metric.getKey());
      assertEquals(
          List.of(latency.p50(), latency.p99(), latency.max()),
          List.of(
              micros(histogram.getValueAtPercentile(50)),
              micros(histogram.getValueAtPercentile(99)),
              micros(histogram.getMaxValue())),
          metric.getKey());
    }
    assertEquals(
        load.takeovers(),
        Loads.histogram(run, "timeline", "eviction"::equals).getTotalCount(),
        "the timeline, without the warm-up");
    assertTrue(Loads.histogram(run, "timeline", "warm-up"::equals).getTotalCount() > 0);
  }

  @Test
  void itsJunitHasATestcaseForEachGateAndRule() throws Exception {
    Element suites =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(run.resolve("junit.xml").toFile())
            .getDocumentElement();
    NodeList cases = suites.getElementsByTagName("testcase");
    long judged = load.findings().stream().filter(f -> f.observed() > 0).count();
    assertEquals(1 + load.gates().size() + judged, cases.getLength());
    assertEquals(
        Set.of("gate: " + GATE, "gate: violations == 0"),
        Stream.iterate(0, i -> i < cases.getLength(), i -> i + 1)
            .map(i -> ((Element) cases.item(i)).getAttribute("name"))
            .filter(name -> name.startsWith("gate: "))
            .collect(Collectors.toSet()));
    long failed = load.gates().stream().filter(g -> g.verdict() != Verdict.PASS).count();
    long unsure = load.generator().healthy() ? 0 : 1;
    assertEquals(failed + unsure, suites.getElementsByTagName("failure").getLength());
  }

  @Test
  void itIsJudgedAgainAsItWas() {
    Ended again = Cli.run("check", run.toString(), "--out", folder.toString());
    assertEquals(ended.code(), again.code(), again.toString());
    RunResult second = StoredRunTest.result(folder);
    assertEquals(load, second.load());
    assertEquals(result.verdict(), second.verdict());
    assertEquals(result.target().profileDigest(), second.target().profileDigest());
  }

  private static List<Path> named(String glob) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      var matcher = FileSystems.getDefault().getPathMatcher("glob:" + run + "/" + glob);
      return all.filter(matcher::matches).toList();
    }
  }

  private static long micros(long nanos) {
    return Math.round(nanos / 1e3);
  }
}
