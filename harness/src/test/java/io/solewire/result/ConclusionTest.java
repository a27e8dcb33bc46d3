package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.Story;
import io.solewire.judge.Verdict;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.ProfileReader;
import io.solewire.rule.CaseGlob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conclusion of one case, of all cases of a run, and of a target that was lost. */
class ConclusionTest {

  private static final String GOOD =
      "c1 admitted 0; c2 requested 10 admitted 12; c1 close 4409 13 our-close 13 fin 14;"
          + "c2 probe p1 2100 answered p1 2101";
  private static final String BOTH_ALIVE =
      "c1 admitted 0; c2 requested 10 admitted 12; c1 probe p1 5600 answered p1 5601;"
          + "c2 probe p1 5600 answered p1 5601";
  private static final String BAD_CODE = GOOD.replace("4409", "1006");

  private static Conclusion conclusion() {
    try {
      return new Conclusion(ProfileReader.forUrl("ws://h/{user}", Map.of()), 7, "solewire");
    } catch (io.solewire.profile.ProfileException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Event> segment(String id, String story, Detail end) {
    List<Event> events = new ArrayList<>();
    events.add(new Event(0, id, "", "", EventKind.CASE_BEGIN, Detail.note("title of " + id)));
    Story.events(story)
        .forEach(e -> events.add(new Event(e.t(), id, e.user(), e.conn(), e.kind(), e.detail())));
    if (end != null) {
      events.add(new Event(6_000_000_000L, id, "", "", EventKind.CASE_END, end));
    }
    return events;
  }

  private static CaseResult conclude(String id, String story, Detail end) {
    return conclusion().conclude(id, segment(id, story, end));
  }

  @Test
  void aCaseThatSawItsRuleKeptPasses() {
    CaseResult result = conclude("A1.x", GOOD, Detail.NONE);
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals("title of A1.x", result.title());
    assertEquals(6000, result.durationMs());
    assertEquals(new CaseResult.Seen(0, 1, 0.95), result.seen());
    assertNull(result.reason());
    assertNull(result.text());
  }

  @Test
  void aCaseThatIsListedCarriesItsEntryWhateverComesOfIt() throws Exception {
    CaseGlob all = new CaseGlob("A1");
    LocalDate day = LocalDate.of(2027, 1, 31);
    KnownFailures.Entry entry = new KnownFailures.Entry("known.yaml", 3, all, "ticket 12", day);
    Conclusion knowing =
        conclusion().withKnown(new KnownFailures(List.of(entry))).with(new AboutRun().lostAt(9));
    CaseResult.Known known = new CaseResult.Known("ticket 12", "2027-01-31", "known.yaml line 3");
    assertEquals(known, knowing.conclude("A1.x", segment("A1.x", GOOD, Detail.NONE)).known());
    Detail inapplicable = Detail.named(Conclusion.NOT_APPLICABLE, "publish");
    assertEquals(known, knowing.conclude("A1.x", segment("A1.x", GOOD, inapplicable)).known());
    assertNull(knowing.conclude("A2.x", segment("A2.x", GOOD, Detail.NONE)).known());
  }

  @Test
  void aFailureSaysEverythingInItsText() {
    CaseResult result = conclude("A1.x", BOTH_ALIVE, Detail.NONE);
    assertEquals(Verdict.FAIL, result.verdict());
    for (String part :
        List.of(
            "A1.x   MUST   at most one admitted connection",
            "user u     seed 7     seen 1 of 1",
            "expected   c1 is evicted within 5500 ms",
            "actual     c1 answers a probe",
            "c2 admitted",
            "check      does the newcomer overwrite",
            "replay     solewire --only A1.x --seed 7")) {
      assertTrue(result.text().contains(part), result.text());
    }
  }

  @ParameterizedTest(name = "a case that {1} is {2}")
  @CsvSource(
      textBlock =
          """
          not-applicable, needs publish,   not-applicable, needs publish
          cannot-go-on,   no TCP,          inconclusive,   no TCP
          harness-error,  oops,            error,          oops
          """)
  void theEndOfACaseCounts(String name, String text, String verdict, String reason) {
    CaseResult result = conclude("A1.x", GOOD, Detail.named(name, text));
    assertEquals(verdict, result.verdict().text());
    assertEquals(reason, result.reason());
  }

  @Test
  void aFailureStaysAFailureWhenTheScriptOrTheHarnessStumbledAfterIt() {
    for (String end : List.of("cannot-go-on", "harness-error")) {
      CaseResult result = conclude("A1.x", BOTH_ALIVE, Detail.named(end, "afterwards"));
      assertEquals(Verdict.FAIL, result.verdict());
      assertTrue(result.text().contains("both are alive"));
    }
  }

  @Test
  void aCaseThatWasCutOffProvesNothingGood() {
    CaseResult result = conclude("A1.x", GOOD, null);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertEquals("the case was cut off before its end", result.reason());
  }

  @Test
  void aCaseInWhichNothingOfTheKindHappenedSaysWhatHappenedInstead() {
    CaseResult result = conclude("D7.x", BAD_CODE, Detail.NONE);
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.reason().startsWith("nothing of the kind happened; instead, by B2: c1 was"));
  }

  @Test
  void whatOtherRulesFoundBadIsListedAndDoesNotCount() {
    CaseResult result = conclude("A1.x", BAD_CODE, Detail.NONE);
    assertEquals(Verdict.PASS, result.verdict());
    assertTrue(result.findings().stream().anyMatch(f -> f.rule().equals("B2")));
  }

  @Test
  void whatIsFoundAfterATargetWasLostIsWithdrawn() {
    List<Event> events = segment("A1.x", BOTH_ALIVE, Detail.NONE);
    CaseResult after =
        conclusion().with(new AboutRun().lostAt(1_000_000_000L)).conclude("A1.x", events);
    assertEquals(Verdict.INCONCLUSIVE, after.verdict());
    assertTrue(after.reason().startsWith("the target was lost; before that: c1 answers"));
    CaseResult before =
        conclusion().with(new AboutRun().lostAt(9_000_000_000L)).conclude("A1.x", events);
    assertEquals(Verdict.FAIL, before.verdict());
  }

  @Test
  void oneDefectCountsInTheCasesOfItsOwnRule() {
    Map<String, List<Event>> segments = new LinkedHashMap<>();
    segments.put("A1.x", segment("A1.x", BAD_CODE, Detail.NONE));
    segments.put("B2.x", segment("B2.x", BAD_CODE, Detail.NONE));
    segments.put("~after", segment("~after", GOOD, Detail.NONE));
    List<CaseResult> results = Attribution.conclude(conclusion(), segments);
    assertEquals(List.of("A1.x", "B2.x"), results.stream().map(CaseResult::id).toList());
    assertEquals(
        List.of(Verdict.PASS, Verdict.FAIL), results.stream().map(CaseResult::verdict).toList());
  }

  @Test
  void aDefectWhoseOwnCaseDidNotFailCountsInTheFirstCaseThatSawIt() {
    Map<String, List<Event>> segments = new LinkedHashMap<>();
    segments.put("C6.x", segment("C6.x", BAD_CODE, Detail.NONE));
    segments.put("A1.x", segment("A1.x", BAD_CODE, Detail.NONE));
    segments.put("B2.x", segment("B2.x", GOOD, Detail.NONE));
    List<CaseResult> results = Attribution.conclude(conclusion(), segments);
    assertEquals(
        List.of(Verdict.FAIL, Verdict.PASS, Verdict.PASS),
        results.stream().map(CaseResult::verdict).toList());
    assertTrue(results.get(0).text().startsWith("B2 (seen in A1.x)"), results.get(0).text());
  }

  @Test
  void aTargetIsLostWhenItIsGoneAfterTheLastCase() {
    List<Event> good = segment("A1.x", GOOD, Detail.NONE);
    List<Event> gone = segment("~after", "", Detail.named("cannot-go-on", "refused"));
    List<Event> there = segment("~after", "c1 admitted 7000", Detail.NONE);
    assertEquals(2_101_000_000L, lostAt(List.of(good, gone)));
    assertEquals(Trace.NEVER, lostAt(List.of(good, there)));
    assertEquals(Trace.NEVER, lostAt(List.of(good)));
    assertEquals(0, lostAt(List.of(gone)));
    List<Event> stuck = segment("A1.y", "", Detail.named("cannot-go-on", "refused"));
    assertEquals(Trace.NEVER, lostAt(List.of(good, stuck)));
  }

  private static long lostAt(List<List<Event>> segments) {
    Losses losses = new Losses();
    segments.forEach(events -> events.forEach(losses::accept));
    return losses.lostAt();
  }
}
