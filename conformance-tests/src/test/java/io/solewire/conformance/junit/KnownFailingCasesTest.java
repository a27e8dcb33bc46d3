package io.solewire.conformance.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.junit.Vendor.Ended;
import io.solewire.result.Results;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Classes of vendors who know of failures, run as their builds do. */
class KnownFailingCasesTest {

  @Solewire(
      set = {"quiet=300ms", "evicted.force=1s"},
      only = {"A1", "C1", "D1.last*", "F1"},
      knownFailing = "known.yaml")
  static class Known extends SolewireCasesTest.InThisJvm {
    @BeforeAll
    static void start() throws Exception {
      start("never-evicts", 4409);
    }
  }

  @Test
  void aKnownFailureIsAbortedAndOneThatIsExpiredFails() throws Exception {
    Vendor vendor = Vendor.runs(Known.class);
    Ended known = vendor.test("A1.two-in-turn");
    assertEquals(Status.ABORTED, known.status());
    assertTrue(
        known.message().startsWith("A1.two-in-turn: known until 2999-12-31: ticket 12\nA1.two-in"),
        known.message());
    Ended expired = vendor.test("D1.");
    assertEquals(Status.FAILED, expired.status());
    assertTrue(
        expired.message().startsWith("\nexpired on 2020-02-29: ticket 13; it is in "),
        expired.message());
    assertTrue(vendor.test("F1.").message().endsWith("but not applicable: ticket 15"));
    String unproven = vendor.test("C1.").message();
    assertTrue(unproven.endsWith("listed as known failure, but inconclusive: ticket 14"), unproven);
    assertEquals(1, exitCode(Known.class));
  }

  @Solewire(
      set = {"quiet=300ms", "evicted.force=1s"},
      only = {"A1.two-in-turn", "F1"},
      knownFailing = "known.yaml")
  static class Mended extends SolewireCasesTest.InThisJvm {
    @BeforeAll
    static void start() throws Exception {
      start(null, 4409);
    }
  }

  @Test
  void aKnownFailureThatPassesNowFails() throws Exception {
    String stale = Vendor.runs(Mended.class).failure().message();
    assertTrue(stale.startsWith("stale: A1.two-in-turn passes now; remove it from "), stale);
    assertTrue(stale.endsWith("known.yaml line 2"), stale);
    assertEquals(1, exitCode(Mended.class));
  }

  @Solewire(knownFailing = "broken.yaml")
  static class BadList extends Mended {}

  @Solewire(knownFailing = "nowhere.yaml")
  static class NoList extends Mended {}

  @Test
  void aListThatCannotBeReadIsOneFailure() {
    String bad = Vendor.runs(BadList.class).failure().message();
    assertTrue(bad.contains("the list of known failures of "), bad);
    assertTrue(bad.contains("broken.yaml:1: expected a list of known failures"), bad);
    String missing = Vendor.runs(NoList.class).failure().message();
    assertTrue(missing.contains("knownFailing is \"nowhere.yaml\": expected a file"), missing);
  }

  private static int exitCode(Class<?> type) throws IOException {
    return Results.read(Path.of("target/solewire", type.getName(), Results.FILE)).exitCode();
  }
}
