package io.solewire.report;

import static io.solewire.report.LoadSamples.failed;
import static io.solewire.report.LoadSamples.finding;
import static io.solewire.report.LoadSamples.load;
import static io.solewire.report.LoadSamples.open;
import static io.solewire.report.LoadSamples.passed;
import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static io.solewire.report.Samples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadMarkdownTest {

  private static final RunResult BOTH =
      with(
          run(pass("A1.one"), fail("D4.late", "x")),
          LoadSamples.findings(
              load(passed(), failed(), open()),
              finding("B1", "MUST", Verdict.FAIL, 3, 5_000),
              finding("A1", "MUST", Verdict.PASS, 0, 5_000)));

  @Test
  void tabulatesTheLatencies() {
    List<String> lines = lines(BOTH);
    int at = lines.indexOf("| latency | count | p50 | p90 | p99 | p99.9 | max |");
    assertTrue(at > 0, lines.toString());
    assertEquals("| --- | ---: | ---: | ---: | ---: | ---: | ---: |", lines.get(at + 1));
    assertEquals(
        "| <code>eviction</code> | 5,000 | 400 µs | 950 µs | 2.1 ms | 5.3 ms | 14.2 ms |",
        lines.get(at + 2));
  }

  @Test
  void tabulatesTheGatesWithTheirVerdicts() {
    List<String> lines = lines(BOTH);
    assertTrue(lines.contains("| <code>eviction.p99 &#60; 5 ms</code> | 2.1 ms | pass |"));
    assertTrue(lines.contains("| <code>eviction.p99.9 &#60; 5 ms</code> | 5.3 ms | **fail** |"));
    assertTrue(
        lines.contains("| <code>release.p99 &#60; 10 ms</code> | no samples | **inconclusive** |"));
  }

  @Test
  void showsARuleThatWasBrokenUnderLoadInFull() {
    String text = SummaryMarkdown.of(BOTH);
    assertTrue(
        text.contains("| <code>B1</code> | MUST | **fail** | broken in 3 of 5,000 | "), text);
    assertTrue(text.contains("```text\n" + BOTH.load().findings().get(0).text() + "\n```\n"), text);
    assertFalse(text.contains("| <code>A1</code> | MUST | pass"), text);
  }

  @Test
  void statesWhatElseThereIsToKnow() {
    List<String> lines = lines(BOTH);
    assertTrue(lines.contains("- evicted by: close:4409 ×4,990 (99.8 %), fin ×10 (0.2 %)"));
    assertTrue(
        lines.contains(
            "- generator: healthy; CPU 34 %, garbage collection 12 ms, newcomers 120 µs late at"
                + " p99"));
  }

  @Test
  void standsBetweenWhatIsNotGreenAndAllCases() {
    String text = SummaryMarkdown.of(BOTH);
    int load = text.indexOf("### Eviction latency");
    assertTrue(text.indexOf("D4.late") < load && load < text.indexOf("all 2 cases"), text);
    assertFalse(SummaryMarkdown.of(run(pass("A1.one"))).contains("Eviction latency"));
  }

  @Test
  void saysThatNumbersProveNothingBeforeItShowsThem() {
    LoadResult tired = LoadSamples.generator(load(), LoadSamples.TIRED);
    String text = SummaryMarkdown.of(with(run(pass("A1.one")), tired));
    int notice =
        text.indexOf("**These numbers prove nothing:** newcomers were started 48.0 ms late at p99");
    assertTrue(notice > 0 && notice < text.indexOf("| latency |"), text);
  }

  @Test
  void keepsHostileTextInItsPlace() {
    RunResult run = with(run(), LoadSamples.hostile());
    String section = SummaryMarkdown.of(run).split("### Eviction latency")[1];
    String outside = section.replaceAll("(?s)(`{3,})text\n.*?\n\\1\n", "");
    for (String line : outside.lines().toList()) {
      assertFalse(line.contains("<script") || line.contains("</pre>"), line);
      assertFalse(line.contains("@octocat") || line.contains("https://"), line);
      if (line.startsWith("| ")) {
        long pipes = line.chars().filter(c -> c == '|').count();
        assertTrue(pipes == 8 || pipes == 4 || pipes == 7, line);
      }
    }
    assertTrue(outside.contains("&#60;script&#62;alert(1)"), outside);
    assertEquals(1, count(section, "<details>"));
    assertEquals(1, outside.split("</details>", -1).length - 1);
  }

  private static int count(String text, String part) {
    return (int) text.lines().filter(part::equals).count();
  }

  @Test
  void cutsTextsThatAPullRequestCannotHoldAndSaysSo() {
    LoadResult.RuleFinding large =
        new LoadResult.RuleFinding(
            "B1", "MUST", Verdict.FAIL, 1, 9, "e", "a", "x".repeat(6_000), null);
    String text =
        SummaryMarkdown.of(with(run(), LoadSamples.findings(load(), large, large, large)));
    assertTrue(text.contains("\n1 more in report.html.\n"), text);
    assertEquals(2, text.split("x{3500} …\n.cut here; the rest is in report.html", -1).length - 1);
    assertFalse(text.contains("x".repeat(3_501)), text);
  }

  @Test
  void goesOnWithoutAnythingThatCanBeAbsent() {
    String text = SummaryMarkdown.of(with(run(), Verdict.INCONCLUSIVE, 3, LoadSamples.bare()));
    assertFalse(text.contains("| latency |"), text);
    assertFalse(text.contains("null"), text);
  }

  private static List<String> lines(RunResult run) {
    return SummaryMarkdown.of(run).lines().toList();
  }
}
