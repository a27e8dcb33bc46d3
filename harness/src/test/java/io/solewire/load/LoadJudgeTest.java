package io.solewire.load;

import static io.solewire.load.LoadStory.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.history.Trace;
import io.solewire.judge.Verdict;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Metric;
import io.solewire.result.Readings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadJudgeTest {

  @Test
  void evictionLatencyRunsFromTheRequestToTheFirstSignal() {
    LoadResult load = new LoadStory().takeover("anna", 3_000, 40).judged();
    assertEquals(1, load.takeovers());
    assertEquals(40_000, load.latency(Metric.EVICTION).p50(), 40);
    assertEquals(39_000, load.latency(Metric.EVICTION_AFTER_ADMISSION).p50(), 39);
    assertEquals(39_000, load.latency(Metric.OVERLAP).max(), 39);
    assertNull(load.latency(Metric.EVICTION_BEFORE_ADMISSION));
    assertEquals(Map.of("close:4409", 1L), load.evictedBy());
    assertEquals(0, load.violations());
  }

  @Test
  void anEvictionBeforeTheAdmissionHasAHistogramOfItsOwn() {
    LoadResult load = new LoadStory().takeover("anna", 3_000, 0.25).judged();
    assertEquals(750, load.latency(Metric.EVICTION_BEFORE_ADMISSION).p50(), 2);
    assertNull(load.latency(Metric.EVICTION_AFTER_ADMISSION));
    assertEquals(0, load.latency(Metric.OVERLAP).max());
  }

  @Test
  void aLateStartCountsFromThePlanToo() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").connects(-500, -499).evicted(3_060, 4409).abandoned(3_070);
    story
        .conn("anna", "c2")
        .planned(3_000, LoadPlan.MEASURED)
        .connects(3_050, 3_055)
        .abandoned(20_000);
    LoadResult load = story.judged();
    assertEquals(10_000, load.latency(Metric.EVICTION).p50(), 10);
    assertEquals(60_000, load.latency(Metric.EVICTION_FROM_PLAN).p50(), 60);
    assertEquals(5_000, load.latency(Metric.ADMISSION).p50(), 5);
  }

  @Test
  void theWarmUpIsInTheTimelineAndNowhereElse() {
    LoadStory story = new LoadStory().takeover("anna", 3_000, 40);
    story.conn("bob", "c1").connects(-500, -499).evicted(1_300, 4409).abandoned(1_310);
    story
        .conn("bob", "c2")
        .planned(1_000, LoadPlan.WARM_UP)
        .connects(1_000, 1_001)
        .abandoned(20_000);
    LoadResult load = story.judged();
    assertEquals(1, load.takeovers());
    assertEquals(10, load.timeline().size());
    assertEquals(1, load.timeline().get(1).evictions());
    assertTrue(load.timeline().get(1).warmup());
    assertEquals(1, load.timeline().get(3).evictions());
    assertFalse(load.timeline().get(3).warmup());
    assertEquals(40_000, load.timeline().get(3).p50(), 400);
  }

  @Test
  void anIncumbentThatIsLeftOpenBeyondForceIsAViolation() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").connects(-500, -499).probed(8_600, 8_601).at(8_900, EventKind.RST_OUT);
    story.conn("anna", "c2").planned(3_000, LoadPlan.MEASURED).connects(3_000, 3_001);
    story.conn("anna", "c1").abandoned(8_901);
    story.conn("anna", "c2").abandoned(20_000);
    LoadResult load = story.judged();
    assertEquals(1, load.violations());
    assertEquals(1, load.unevicted());
    assertEquals(Verdict.FAIL, finding(load, "A1").verdict());
    assertTrue(finding(load, "A1").text().contains("both are alive"), finding(load, "A1").text());
    assertEquals(Verdict.FAIL, load.gates().get(0).verdict());
  }

  @Test
  void theEndOfTheNewestThatNobodyCausedIsAViolation() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").connects(-500, -499).evicted(3_000, 4409).abandoned(3_001);
    LoadResult load = story.judged();
    assertEquals(1, load.violations());
    assertEquals(Verdict.FAIL, finding(load, "A2").verdict());
  }

  @Test
  void aStrangerThatIsTouchedIsAViolation() {
    LoadStory story = new LoadStory();
    story
        .conn("canary", "c1")
        .connects(-500, -499)
        .at(-500, EventKind.TCP_OPEN, Detail.named("canary"))
        .evicted(3_000, 4409)
        .abandoned(3_001);
    LoadResult load = story.judged();
    assertEquals(1, load.violations());
    assertEquals(Verdict.FAIL, finding(load, "E1").verdict());
  }

  /** A machine that sleeps reads an answer late, and is not the server. */
  @Test
  void whatTheMachineSleptIsNotHeldAgainstAServer() {
    LoadStory story = new LoadStory();
    story
        .conn("canary", "c1")
        .connects(-500, -499)
        .at(-500, EventKind.TCP_OPEN, Detail.named("canary"))
        .probed(1_000, 8_000)
        .abandoned(8_900);
    assertEquals(1, story.judged().violations());
    story.slept(8_100, 7_000);
    LoadResult load = story.judged();
    assertEquals(0, load.violations());
    assertEquals(0, finding(load, "E1").bad());
    story.slept(20_000, 7_000);
    assertEquals(0, story.judged().violations());
  }

  /** Nor is it as good as a deadline that was kept: such a load proves nothing. */
  @Test
  void whatTheMachineSleptThroughIsNoPassEither() {
    LoadStory story = new LoadStory().takeover("bob", 3_000, 40);
    story.conn("anna", "c1").connects(-500, -499).probed(8_600, 8_601).at(8_900, EventKind.RST_OUT);
    story.conn("anna", "c2").planned(3_000, LoadPlan.MEASURED).connects(3_000, 3_001);
    story.conn("anna", "c1").abandoned(8_901);
    story.conn("anna", "c2").abandoned(20_000);
    story.slept(8_000, 4_000);
    LoadPlan two = new LoadPlan("takeover", 0.25, 3, 2_000, 8_000, "uniform", List.of());
    LoadResult load = story.judged(two, LoadStory.HEALTHY, Trace.NEVER);
    assertEquals(List.of(0L, 1L), List.of(load.violations(), load.unevicted()));
    String why = load.generator().reason();
    assertTrue(why.startsWith("deadlines were missed 1 times while the harness's machine"), why);
    assertEquals(Verdict.INCONCLUSIVE, LoadVerdict.of(load, false));
  }

  @Test
  void aShortSleepIsNoExcuseForALongDelay() {
    LoadStory story = new LoadStory();
    story
        .conn("canary", "c1")
        .connects(-500, -499)
        .at(-500, EventKind.TCP_OPEN, Detail.named("canary"))
        .probed(1_000, 8_000)
        .abandoned(8_900);
    story.slept(7_000, 100);
    LoadResult load = story.judged();
    assertEquals(1, load.violations());
    assertTrue(finding(load, "E1").text().contains("not answered"), finding(load, "E1").text());
  }

  @Test
  void concurrentConnectsMakeNoTakeover() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").planned(3_000, LoadPlan.MEASURED).connects(3_000, 3_050);
    story.conn("anna", "c2").planned(3_010, LoadPlan.MEASURED).connects(3_010, 3_060);
    story.conn("anna", "c1").evicted(3_061, 4409).abandoned(3_062);
    story.conn("anna", "c2").abandoned(20_000);
    LoadResult load = story.judged();
    assertEquals(0, load.takeovers());
    assertEquals(1, load.concurrent());
    assertEquals(0, load.violations());
  }

  @Test
  void thoseThatMetAreSettledWhenTheLastLoserWasTold() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").planned(3_000, LoadPlan.MEASURED).connects(3_000, 3_050);
    story.conn("anna", "c2").planned(3_010, LoadPlan.MEASURED).connects(3_010, 3_060);
    story.conn("anna", "c1").evicted(3_061, 4409).abandoned(3_062);
    story.conn("anna", "c2").abandoned(20_000);
    story.conn("bob", "c1").connects(-500, -499);
    story.conn("bob", "c2").planned(4_000, LoadPlan.MEASURED).connects(4_000, 4_001);
    story.conn("bob", "c1").evicted(4_002, 4409).abandoned(4_003);
    story.conn("bob", "c2").abandoned(20_000);
    LoadResult.Latency settling = story.judged().latency(Metric.SETTLING);
    assertEquals(1, settling.count(), "in turn is no meeting");
    assertEquals(51_000, settling.p50(), 60);
  }

  @Test
  void aStrangersAnswersAreMeasuredWhileThePlanIs() {
    LoadStory story = new LoadStory();
    story.conn("canary", "c1").at(-500, EventKind.TCP_OPEN, Detail.named("canary"));
    story.conn("canary", "c1").probed("p1", 1_000, 1_500);
    story.conn("canary", "c1").probed("p2", 3_000, 3_004);
    story.conn("canary", "c1").at(4_000, EventKind.PROBE_SENT, Detail.id("p3"));
    story.conn("canary", "c1").probed("p4", 4_001, 4_010);
    story.conn("canary", "c1").probed("p5", 11_000, 11_500).abandoned(11_600);
    story.conn("anna", "c1").at(-500, EventKind.TCP_OPEN, Detail.named("subject"));
    story.conn("anna", "c1").probed("p1", 5_000, 5_900).abandoned(6_000);
    LoadResult.Latency stranger = story.judged().latency(Metric.STRANGER);
    assertEquals(3, stranger.count(), "p2, p3 by the answer to p4, and p4");
    assertEquals(10_000, stranger.max(), 10);
    assertEquals(9_000, stranger.p50(), 9);
  }

  @Test
  void aNewcomerThatIsNotAdmittedIsAnErrorByItsReason() {
    LoadStory story = new LoadStory();
    story
        .conn("anna", "c1")
        .planned(3_000, LoadPlan.MEASURED)
        .at(3_000, EventKind.TCP_FAILED, Detail.named("subject", "connection refused"));
    story
        .conn("bob", "c1")
        .planned(3_000, LoadPlan.MEASURED)
        .at(3_000, EventKind.TCP_OPEN, Detail.named("subject"))
        .at(3_000, EventKind.REQUEST_SENT, Detail.step(0, true))
        .at(3_001, EventKind.REFUSED, Detail.status(503, "HTTP/1.1 503"))
        .abandoned(3_002);
    LoadPlan two = new LoadPlan("takeover", 2, 3, 2_000, 1_000, "uniform", List.of());
    LoadResult load = story.judged(two, LoadStory.HEALTHY, Trace.NEVER);
    assertEquals(2, load.errors());
    assertEquals(
        Map.of("no TCP connection: connection refused", 1L, "HTTP 503", 1L), load.problems());
    assertFalse(load.generator().healthy());
    assertTrue(load.generator().reason().contains("HTTP 503"), load.generator().reason());
  }

  @Test
  void whatIsFoundAfterTheTargetWasLostIsWithdrawn() {
    LoadStory story = new LoadStory();
    story.conn("anna", "c1").connects(-500, -499).evicted(3_000, 4409).abandoned(3_001);
    LoadResult load = story.judged(LoadStory.PLAN, LoadStory.HEALTHY, 2_000_000_000L);
    assertEquals(0, load.violations());
    assertEquals(0, finding(load, "A2").bad());
    assertEquals(Verdict.INCONCLUSIVE, finding(load, "A2").verdict());
  }

  @Test
  void latenessIsNotHeldAgainstAServerWhereTheGeneratorIsLate() {
    LoadStory story = new LoadStory().takeover("anna", 3_000, 1_500);
    assertEquals(Verdict.WARN, finding(promised(story, LoadStory.HEALTHY), "C6").verdict());
    LoadResult.Generator late = new LoadResult.Generator(true, 0.9, 1, 90_000, null);
    LoadResult load = promised(story, late);
    assertEquals(0, finding(load, "C6").bad());
    assertTrue(load.generator().reason().contains("90 ms late"), load.generator().reason());
  }

  private static LoadResult promised(LoadStory story, LoadResult.Generator generator) {
    LoadPlan one = new LoadPlan("takeover", 1, 3, 2_000, 1_000, "uniform", List.of());
    return story.judged(one, generator, Trace.NEVER);
  }

  @Test
  void aGeneratorThatStartedTooFewIsNotHealthy() {
    LoadResult load = new LoadStory().takeover("anna", 3_000, 40).judged();
    assertFalse(load.generator().healthy());
    assertTrue(
        load.generator().reason().contains("1 of 8 were started"), load.generator().reason());
  }

  @Test
  void everyReasonToDoubtIsToldTheMostTellingFirst() {
    LoadResult.Generator late = new LoadResult.Generator(false, 0.95, 1, 90_000, "interrupted");
    LoadResult load =
        new LoadStory().takeover("anna", 3_000, 40).judged(LoadStory.PLAN, late, Trace.NEVER);
    List<String> reasons = load.generator().reasons();
    assertEquals(4, reasons.size(), reasons.toString());
    assertEquals(load.generator().reason(), reasons.get(0));
    assertEquals("interrupted", reasons.get(0));
    assertTrue(reasons.get(1).contains("1 of 8 were started (bound 98 %): lower --rate"));
    assertTrue(reasons.get(2).contains("90 ms late or more (bound 50 ms): lower --rate"));
    assertTrue(reasons.get(3).contains("used 95 % of all processors"), reasons.get(3));
  }

  @Test
  void aHeadlineOfALateGeneratorIsInconclusive() {
    Readings late =
        new Readings(
            null, null, null, null, null, null, 30_000L, null, null, null, null, null, null, null);
    LoadResult.Generator generator = new LoadResult.Generator(true, 0.2, 1, 100, null, null, late);
    LoadResult load = promised(new LoadStory().takeover("anna", 3_000, 40), generator);
    assertEquals(Verdict.INCONCLUSIVE, LoadVerdict.of(load, false));
    assertTrue(load.generator().reason().contains("30.0 ms late at p99, where eviction took 40"));
    LoadResult slow = promised(new LoadStory().takeover("anna", 3_000, 400), generator);
    assertTrue(slow.generator().healthy(), "the rest of it is the server's");
  }
}
