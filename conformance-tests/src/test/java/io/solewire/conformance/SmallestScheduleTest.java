package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.race.Schedule;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.stage.Budget;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.result.Smallest;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A race that fails is reduced, and what it is reduced to fails again when it is asked for. */
class SmallestScheduleTest {

  private static final String RACE = "D1.many-users-at-once";

  private static CaseResult run(String fault, String caseId, Path folder, Optional<Schedule> asked)
      throws Exception {
    List<CaseInfo> only = Suite.all().stream().filter(c -> c.id().equals(caseId)).toList();
    ServerConfig config = ServerConfig.builder().force(Suite.FORCE).fault(fault).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      Profile profile = Suite.profile(server.port());
      ConformanceRun.Settings settings =
          new ConformanceRun.Settings(Budget.QUICK, "t", Optional.empty(), asked, asked.isEmpty());
      return Suite.judge(profile, folder, only, settings).cases().get(0);
    }
  }

  @Test
  void fortyConnectsOfSeventeenUsersComeDownToTwoOfOne(@TempDir Path folder) throws Exception {
    CaseResult result = run("two-winners", RACE, folder.resolve("first"), Optional.empty());
    Smallest smallest = result.smallest();
    assertNotNull(smallest, () -> result.verdict() + " " + result.reason());
    assertEquals("a1..a2 connect", smallest.schedule());
    assertTrue(smallest.k() >= 2, smallest.text());
    assertTrue(result.text().contains(smallest.replay()), result.text());
    Schedule again = Schedule.parse(smallest.schedule());
    CaseResult replayed = run("two-winners", RACE, folder.resolve("again"), Optional.of(again));
    assertEquals(Verdict.FAIL, replayed.verdict());
    assertEquals(20, replayed.seen().n(), "rounds that were asked for");
    assertTrue(replayed.seen().k() >= 2, () -> "" + replayed.seen());
    assertNull(replayed.smallest(), "what was asked for is not reduced");
  }

  @Test
  void aRaceThatPassesIsNotReduced(@TempDir Path folder) throws Exception {
    CaseResult result = run("long-reason", RACE, folder, Optional.empty());
    assertEquals("a reason in UTF-8 of at most 123 bytes", result.expected().substring(0, 38));
    assertNull(result.smallest());
  }
}
