package io.solewire.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.result.CaseResult;
import io.solewire.result.RunResult;
import org.junit.jupiter.api.Test;

/** What is offered as a command to copy is one that works. */
class ReplayTest {

  private static final CaseResult ONE = Samples.pass("A1.one");

  @Test
  void aRunIsMadeAgainByItsCommandItsCasesAndItsSeed() {
    RunResult run = Samples.chosen(Samples.run(ONE), " --only A1");
    assertEquals("./solewire conform acme.yaml --only A1 --seed 8812", Replay.of(run));
    assertEquals("./solewire conform acme.yaml --only A1.one --seed 8812", Replay.of(run, ONE));
  }

  /** It is judged whole, and its seed stands in it. */
  @Test
  void aStoredHistoryIsJudgedAgain() {
    RunResult run = Samples.replayed(Samples.run(ONE), "./solewire check 'a run' --strict");
    assertEquals("./solewire check 'a run' --strict", Replay.of(run));
    assertEquals("./solewire check 'a run' --strict", Replay.of(run, ONE));
  }

  @Test
  void aVendorsBuildIsToldByItsOwnProperties() {
    RunResult run = Samples.replayed(Samples.run(ONE), "mvn test -Dtest=AcmeTest");
    assertEquals("mvn test -Dtest=AcmeTest -Dsolewire.seed=8812", Replay.of(run));
    assertEquals(
        "mvn test -Dtest=AcmeTest -Dsolewire.only=A1.one -Dsolewire.seed=8812",
        Replay.of(run, ONE));
  }
}
