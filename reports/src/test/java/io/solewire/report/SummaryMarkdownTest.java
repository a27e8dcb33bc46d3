package io.solewire.report;

import static io.solewire.report.Samples.fail;
import static io.solewire.report.Samples.inconclusive;
import static io.solewire.report.Samples.known;
import static io.solewire.report.Samples.notApplicable;
import static io.solewire.report.Samples.pass;
import static io.solewire.report.Samples.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryMarkdownTest {

  private static final RunResult RED =
      run(
          1,
          false,
          pass("A1.one"),
          fail("D4.late", "HTTP 200 \"0 delivered\""),
          inconclusive("D1.race", "HTTP 503"),
          known(fail("B1.told", "FIN"), "2027-01-31"),
          notApplicable("F1.published", "needs the profile key publish"));

  @Test
  void beginsWithTheVerdictInAWordAndThenInALine() {
    assertEquals("## Solewire: broken", lines(RED).get(0));
    assertEquals(
        "1 MUST broken: D4; 1 not observed; 1 of 4 cases pass; 1 known failure: B1.told",
        lines(RED).get(2));
    assertEquals("## Solewire: nothing proven", lines(run(130, true)).get(0));
  }

  @Test
  void givesTheCommandThatTheFailureNames() {
    assertTrue(lines(RED).contains("./solewire conform acme.yaml --seed 8812"));
  }

  @Test
  void givesTheCommandByUrlWhenNothingNamesOne() {
    assertTrue(
        lines(Samples.unnamed(run(pass("A1.one"))))
            .contains("./solewire conform 'wss://acme.example/ws?user={user}' --seed 8812"));
  }

  @Test
  void tabulatesFirstOnlyWhatIsNotGreen() {
    List<String> before = before(lines(RED), "<details>");
    assertEquals(3, before.stream().filter(l -> l.startsWith("| <code>")).count());
    assertTrue(before.stream().noneMatch(l -> l.contains("A1.one") || l.contains("F1.published")));
    String row = before.stream().filter(l -> l.contains("D4.late")).findFirst().orElseThrow();
    assertTrue(row.contains("**fail**"), row);
    assertTrue(row.contains("published message reaches the newcomer within 1 s"), row);
    assertTrue(row.contains("HTTP 200 \"0 delivered\""), row);
  }

  @Test
  void foldsAllCasesAwayWithWhatTheyAreWorthAndNeed() {
    String all = SummaryMarkdown.of(RED).split("<summary>all 5 cases</summary>")[1];
    assertTrue(all.contains("20 rounds: would miss a defect rarer than 1 in 7"), all);
    assertTrue(all.contains("| <code>needs the profile key publish</code> |"), all);
    assertTrue(all.contains("known until 2027-01-31: ticket 12"), all);
  }

  @Test
  void saysOfARuleThatIsWaivedWhatWaivesItAndNotThatItNeedsThat() {
    String why = "by the profile's not-applicable: MQTT 5, 4.13";
    String text = SummaryMarkdown.of(run(pass("A1.one"), notApplicable("A7.again", why)));
    assertTrue(text.contains("| <code>" + why + "</code> |"), text);
  }

  @Test
  void opensAndClosesEachFold() {
    List<String> lines = lines(RED);
    long opened = lines.stream().filter("<details>"::equals).count();
    assertEquals(2, opened);
    assertEquals(opened, lines.stream().filter("</details>"::equals).count());
  }

  @Test
  void showsNoTableOfTroubleWhenThereIsNone() {
    String text = SummaryMarkdown.of(run(pass("A1.one")));
    assertFalse(text.contains("in full"), text);
    assertTrue(text.startsWith("## Solewire: kept\n\nno MUST broken: 1 of 1 case passes\n"), text);
  }

  @Test
  void fencesATextLongerThanAnyRunOfBackticksInIt() {
    String fenced = Markdown.fenced("a ```` b\n`````\n</details>");
    assertEquals("``````text\na ```` b\n`````\n</details>\n``````\n", fenced);
  }

  @Test
  void leavesNoMarkupInTextFromAServer() {
    assertEquals(
        "a &#124; b &#60;script&#62; &#96;x&#96; &#42;y&#42; &#92;&#124; &#91;l&#93;(u) &#64;me",
        Markdown.text("a | b <script> `x` *y* \\| [l](u) @me"));
    assertEquals("https&#58;//e.example &#119;ww.e.example", Markdown.text(URLS));
    assertEquals("plain words: 20 of 20", Markdown.text("plain words: 20 of 20"));
  }

  private static final String URLS = "https://e.example www.e.example";

  @Test
  void keepsEveryRowOfATableOnOneLineWithItsColumns() {
    CaseResult hostile = fail("D4.late", Samples.HOSTILE);
    for (String line : lines(run(1, false, hostile))) {
      if (line.startsWith("| ")) {
        assertEquals(6, line.chars().filter(c -> c == '|').count(), line);
        assertFalse(line.contains("<script"), line);
      }
    }
  }

  @Test
  void cutsTextsThatAPullRequestCannotHoldAndSaysSo() {
    CaseResult[] many = new CaseResult[40];
    for (int i = 0; i < many.length; i++) {
      many[i] = fail("D4.late-" + i, "x".repeat(3000));
    }
    String text = SummaryMarkdown.of(run(1, false, many));
    assertTrue(text.contains("\n32 more in report.html.\n"), text);
  }

  @Test
  void fitsACommentHoweverMuchIsBroken() {
    CaseResult[] many = new CaseResult[67];
    for (int i = 0; i < many.length; i++) {
      many[i] =
          i < 60
              ? fail("D4.late-" + i, Samples.HOSTILE.repeat(1 + i * 5))
              : known(fail("D1.x" + i, Samples.HOSTILE), "2027-01-31");
    }
    RunResult run =
        Samples.run("t", Verdict.FAIL, 1, false, List.of(Samples.HOSTILE.repeat(100)), many);
    for (RunResult each : List.of(run, Samples.with(run, LoadSamples.hostile()))) {
      String text = SummaryMarkdown.of(each);
      assertTrue(text.getBytes(StandardCharsets.UTF_8).length < 65_536, "" + text.length());
      assertTrue(text.contains(" more in report.html.\n"), text);
      assertBalanced(text);
    }
  }

  /** Each kind takes most where it is escaped, fenced or encoded; and all there is at once. */
  @ParameterizedTest(name = "of {0}")
  @ValueSource(strings = {"|", "`", "\u0000", "\uD83D\uDE00", "w", "<", "x", "", "\n", "hostile"})
  void fitsACommentWhateverComes(String kind) {
    String one = kind.equals("hostile") ? Samples.HOSTILE : kind;
    String bad = one.repeat(4_000 / Math.max(1, one.length()));
    CaseResult[] many = new CaseResult[500];
    for (int i = 0; i < many.length; i++) {
      many[i] = i < 250 ? fail("D4." + i + bad, bad) : known(fail("D1." + i + bad, bad), bad);
    }
    RunResult run = Samples.run(bad, Verdict.FAIL, 1, false, List.of(bad, bad), many);
    RunResult all = Samples.with(named(run, bad), LoadSamples.flood(bad));
    for (RunResult each : List.of(named(run, bad), all)) {
      String text = SummaryMarkdown.of(each);
      assertTrue(text.length() <= 65_536, kind + " " + text.length());
      assertTrue(text.contains("<summary>all 500 cases</summary>"), text);
      assertBalanced(text);
    }
    assertTrue(SummaryMarkdown.of(all).contains("| gate | value | verdict |"));
  }

  /** By a tool, at an instant and by a command that are all of this. */
  private static RunResult named(RunResult r, String bad) {
    return new RunResult(
        r.format(),
        bad,
        r.rulesVersion(),
        r.environment(),
        new RunResult.TargetInfo(bad, bad, bad, bad, bad),
        r.seed(),
        bad,
        r.durationMs(),
        r.interrupted(),
        r.verdict(),
        r.exitCode(),
        r.rttUs(),
        r.cases(),
        r.load(),
        r.problems());
  }

  @Test
  void sixtyUsualFailuresFitWithAllTheirRows() {
    CaseResult[] many = new CaseResult[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = fail("D4.late-" + i, "nobody survives");
    }
    String text = SummaryMarkdown.of(run(1, false, many));
    String before = text.substring(0, text.indexOf("<details>"));
    assertTrue(before.contains("D4.late-30") && text.length() < 60_500, text.length() + before);
    assertTrue(text.substring(text.indexOf("<summary>all")).contains("D4.late-59"), text);
    assertBalanced(text);
  }

  @Test
  void saysWhyOnlyOnce() {
    CaseResult c = Samples.warn("D1.race", "HTTP 503");
    CaseResult unseen =
        new CaseResult(
            c.id(),
            c.rule(),
            c.level(),
            c.title(),
            Verdict.INCONCLUSIVE,
            c.axis(),
            c.expected(),
            c.actual(),
            c.seen(),
            null,
            1,
            c.actual(),
            List.of(),
            null,
            null,
            null,
            null);
    assertEquals(1, Words.failure(unseen).split("HTTP 503", -1).length - 1);
  }

  /** Each fence is closed and each fold outside of one. */
  private static void assertBalanced(String text) {
    String fence = null;
    int folds = 0;
    for (String line : text.lines().toList()) {
      if (fence == null && line.startsWith("```")) {
        fence = line.replaceAll("[^`].*", "");
      } else if (fence != null) {
        fence = line.equals(fence) ? null : fence;
      } else {
        folds += line.equals("<details>") ? 1 : line.equals("</details>") ? -1 : 0;
        assertTrue(!line.contains("@octocat") && !line.contains("<script"), line);
      }
    }
    assertTrue(fence == null && folds == 0, fence + " " + folds);
  }

  private static List<String> lines(RunResult run) {
    return SummaryMarkdown.of(run).lines().toList();
  }

  private static List<String> before(List<String> lines, String end) {
    return lines.subList(0, lines.indexOf(end));
  }
}
