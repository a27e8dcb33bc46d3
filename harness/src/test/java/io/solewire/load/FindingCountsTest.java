package io.solewire.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Event;
import io.solewire.history.Trace;
import io.solewire.load.FindingCounts.Row;
import io.solewire.result.LoadResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found while a load is judged, and what of it stands in the end. */
class FindingCountsTest {

  private final LoadJudge judge =
      new LoadJudge(
          LoadStory.profile(),
          LoadStory.PLAN,
          new LoadJudge.Context("load.takeover", 7, "./solewire load"));

  private Row row(String rule) {
    return judge.soFar().rows().stream()
        .filter(row -> row.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  /** One that is ended though nobody came after it, and one that is evicted late. */
  private static List<Event> broken() {
    LoadStory story = new LoadStory().takeover("bob", 3_000, 1_500);
    story.conn("anna", "c1").connects(-500, -499).evicted(3_000, 4409).abandoned(3_001);
    return story.events();
  }

  @Test
  void promisesBeginAtZeroAndOtherRulesWhenTheyAreLookedAt() {
    assertEquals(
        List.of("A1", "A2", "D1", "D2", "E1"),
        judge.soFar().rows().stream().map(Row::rule).toList());
    assertTrue(judge.soFar().rows().stream().allMatch(Row::promise));
    broken().forEach(judge::accept);
    judge.conclude(LoadStory.HEALTHY, Trace.NEVER);
    assertEquals(new Row("C6", 0, 0, 1, false), row("C6"));
  }

  @Test
  void theyAreTheResultsOwnWhereNothingIsWithdrawn() {
    broken().forEach(judge::accept);
    LoadResult load = judge.conclude(LoadStory.HEALTHY, Trace.NEVER);
    assertEquals(1, load.violations());
    assertEquals(
        load.violations(),
        judge.soFar().rows().stream().filter(Row::promise).mapToLong(Row::failed).sum());
    for (LoadResult.RuleFinding finding : load.findings()) {
      Row row = row(finding.rule());
      assertEquals(finding.bad(), row.failed() + row.warned() - lateOnes(row), finding.rule());
    }
  }

  /** Lateness is not held against a server by a generator that started too few. */
  private static long lateOnes(Row row) {
    return row.rule().equals("C6") ? row.warned() : 0;
  }

  @Test
  void whatIsWithdrawnInTheEndWasFoundAllTheSame() {
    broken().forEach(judge::accept);
    LoadResult load = judge.conclude(LoadStory.HEALTHY, 2_000_000_000L);
    assertEquals(0, load.violations());
    assertEquals(1, row("A2").failed());
  }
}
