package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadResult.GateResult;
import io.solewire.result.LoadResult.Generator;
import io.solewire.result.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the generator saw of itself, wherever a load is told. */
class GeneratorWordsTest {

  private static final String FIRST = "the generator could not keep its plan";
  private static final String SECOND = "event loops were <b>late</b>";

  private static final Generator STARVED =
      new Generator(
          false,
          0.34,
          12,
          120,
          FIRST,
          List.of(FIRST, SECOND),
          new Readings(
              1.0,
              0.02,
              7L,
              250L,
              60L,
              100L,
              900L,
              1_200L,
              31_500L,
              70L,
              new Readings.Usage(1_173, 20_000),
              new Readings.Usage(1_040, 28_232),
              new Readings.Usage(300, 262_144),
              new Readings.Usage(17, 2_000_000)));

  private static final LoadResult LOAD = LoadSamples.generator(LoadSamples.load(), STARVED);

  @Test
  void whatItReadStandsBesideWhatItDid() {
    assertEquals(
        "CPU 34 %, garbage collection 12 ms (up to 7 ms at a time), newcomers 120 µs late at p99,"
            + " event loops 900 µs at p99 and 31.5 ms at most",
        GeneratorWords.effort(STARVED));
    assertEquals(
        "CPU 100 % busy, 2 % stolen, 1,173 of 20,000 descriptors, 1,040 of 28,232 local ports, 300"
            + " of 262,144 tracked connections",
        GeneratorWords.machine(STARVED));
  }

  @Test
  void ofAnOlderReleaseNothingIsInvented() {
    Generator old = LoadSamples.HEALTHY;
    assertEquals(
        "CPU 34 %, garbage collection 12 ms, newcomers 120 µs late at p99",
        GeneratorWords.effort(old));
    assertEquals("", GeneratorWords.machine(old));
    assertEquals(List.of(), GeneratorWords.further(LoadSamples.TIRED));
    assertFalse(LoadFacts.of(LoadSamples.load()).containsKey("Machine"));
  }

  @Test
  void everyReasonIsToldInTheTerminalTheSummaryAndThePage() {
    List<String> lines = LoadText.lines(LOAD);
    int at = lines.indexOf("unproven      " + FIRST);
    assertEquals("              " + SECOND, lines.get(at + 1), lines.toString());
    String summary = LoadMarkdown.of(LOAD, 10_000);
    assertTrue(summary.contains(FIRST), summary);
    assertTrue(summary.contains("- event loops were &#60;b&#62;late"), summary);
    String page = HtmlReport.of(Samples.with(Samples.run(), LOAD));
    assertTrue(page.contains("<li><bdi>event loops were &lt;b&gt;late&lt;/b&gt;</bdi></li>"), page);
    assertTrue(page.contains("1,040 of 28,232 local ports"), page);
  }

  @Test
  void aGateThatTheGeneratorsLagLeavesOpenSaysSo() {
    String reason = "up to 1.2 ms of it may be the generator's own";
    GateResult gate = new GateResult("eviction.p99 < 2 ms", "2.1 ms", Verdict.INCONCLUSIVE, reason);
    assertEquals("2.1 ms, " + reason, LoadWords.value(gate));
    LoadResult load = LoadSamples.load(gate);
    String headline = String.join("", LoadHeadline.of(Samples.with(Samples.run(), load)).open());
    assertEquals("1 gate unproven: eviction.p99 < 2 ms (it is 2.1 ms, " + reason + ")", headline);
    String page = HtmlReport.of(Samples.with(Samples.run(), load));
    assertTrue(page.contains("<bdi>" + reason.replace("'", "&#39;") + "</bdi>"), page);
  }
}
