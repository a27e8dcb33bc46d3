package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Failures that are known do not count, and lists of them cannot rot. */
@Timeout(60)
class KnownFailingTest {

  private static final String TWO_IN_TURN = "A1.two-in-turn";
  private static final String KNOWN =
      "- { case: A1.two-in-turn, reason: ticket 12, until: 2999-12-31 }\n";
  private static final String EXPIRED = KNOWN.replace("2999", "2020");

  /** A result with one case that has to be put in. */
  private static final String WHOLE =
      "{\"format\": 1, \"tool\": \"solewire 0.9.0\", \"target\": {\"name\": \"acme\"}, \"verdict\":"
          + " \"pass\", \"exitCode\": 0, \"startedAt\": \"2026-11-23T10:15:30Z\", \"cases\": [%s]}";

  @TempDir private Path folder;

  @Test
  void aKnownFailureIsShownAndDoesNotCount() throws Exception {
    conform("never-evicts", KNOWN, "--only", "A1.two-in-turn")
        .with(ExitCode.OK)
        .saying("fail           A1.two-in-turn ")
        .saying(", known ")
        .saying("\n  listed     known until 2999-12-31: ticket 12\n")
        .saying("nothing broken but what is known: 0 of 1 case passes; 1 known failure: A1.two-in");
    RunResult result = StoredRunTest.result(run());
    CaseResult subject = result.cases().get(0);
    assertEquals(Verdict.FAIL, subject.verdict());
    String place = list() + " line 1";
    assertEquals(new CaseResult.Known("ticket 12", "2999-12-31", place), subject.known());
    StoredRunTest.holdsTheSchema(
        new ObjectMapper().readTree(run().resolve("result.json").toFile()));
    for (String file : new String[] {"junit.xml", "summary.md", "report.html"}) {
      new Ended(0, Files.readString(run().resolve(file)), "")
          .saying("known until 2999-12-31: ticket 12");
    }
    String replay = result.target().replay();
    assertTrue(replay.endsWith(" --known-failing " + list()), replay);
  }

  @Test
  void aStoredHistoryIsJudgedByTheListAsWell() throws Exception {
    conform("never-evicts", KNOWN, "--only", "A1.two-in-turn").with(ExitCode.OK);
    Cli.run("check", run().toString()).with(ExitCode.BROKEN).saying("1 MUST broken: A1");
    check(KNOWN).with(ExitCode.OK).saying("1 known failure: A1.two-in-turn");
    check(EXPIRED)
        .with(ExitCode.BROKEN)
        .saying("\n  listed     expired on 2020-12-31: ticket 12; it is in " + list() + " line 1")
        .saying("1 MUST broken: A1; 1 known failure expired: A1.two-in-turn; ");
  }

  @Test
  void anotherFailureStillCounts() throws Exception {
    conform("never-evicts", KNOWN, "--only", "A1.two-in-turn", "--only", "D1.last*")
        .with(ExitCode.BROKEN)
        .saying("D1; 0 of 2 cases pass; 1 known failure: A1.two-in-turn");
  }

  @Test
  void aKnownFailureThatPassesNowIsStaleAndOneThatDoesNotApplySaysSo() throws Exception {
    String list = KNOWN + "- { case: D3*, reason: ticket 13, until: 2999-12-31 }\n";
    conform(null, list, "--only", "A1.two-in-turn", "--only", "D3")
        .with(ExitCode.BROKEN)
        .saying("\nstale: A1.two-in-turn passes now; remove it from " + list() + " line 1\n")
        .saying("\n  listed     listed as known failure, but not applicable: ticket 13")
        .saying("1 known failure passes now: A1.two-in-turn; 0 of 1 case passes");
  }

  @Test
  void whatIsKnownOfCasesThatAreNotAskedForIsNothing() throws Exception {
    Ended ended = conform(null, KNOWN, "--only", "A2").with(ExitCode.OK);
    assertFalse(ended.out().contains("ticket 12"), ended.out());
  }

  @Test
  void everyProblemOfTheListIsToldAtOnceByEachCommandThatTakesIt() throws Exception {
    write("- { case: D4.late-close-of-incumbant, reason: x }\n- { case: A1, until: soon }\n");
    for (String command : new String[] {"conform", "run", "check ."}) {
      Cli.run((command + " --known-failing " + list()).split(" "))
          .with(ExitCode.USAGE)
          .saying(list() + ":1: 1.case is \"D4.late-close-of-incumbant\": expected a case of")
          .saying("did you mean D4.late-close-of-incumbent?")
          .saying(list() + ":1: 1.until: expected a date")
          .saying(list() + ":2: 2.reason: expected a reason")
          .saying(list() + ":2: 2.until is \"soon\": expected a date such as 2027-01-31");
    }
    Cli.run("conform", "--known-failing", "nowhere.yaml")
        .with(ExitCode.USAGE)
        .saying("nowhere.yaml: expected a file, but there is none of this name");
  }

  @Test
  void onlyWhatFailedInAnEarlierRunIsRunAgain() throws Exception {
    try (Target target = Target.with("never-evicts")) {
      Cli.run(
          of(target, "--only", "A1.two-in-turn", "--only", "A3", "--only", "A4", "--only", "B1"));
      RunResult first = StoredRunTest.result(run());
      assertEquals(
          Verdict.PASS, verdict(first, "A3.newcomer-beside-live-incumbent"), first.toString());
      assertEquals(
          Verdict.NOT_APPLICABLE, verdict(first, "A4.wrong-credentials"), first.toString());
      assertEquals(" --only A1.two-in-turn --only A3 --only A4 --only B1", first.target().chosen());
      for (Path earlier : new Path[] {run(), run().resolve("result.json")}) {
        Path again = folder.resolve("again");
        Cli.run(
                Cli.conform(
                    again, target.url(), "--only-failed", earlier.toString(), "--skip", "B1"))
            .with(ExitCode.BROKEN)
            .saying(" by 1 case\n");
        assertEquals(
            TWO_IN_TURN, StoredRunTest.result(again).cases().get(0).id(), earlier.toString());
        assertEquals(" --only A1.two-in-turn", StoredRunTest.result(again).target().chosen());
      }
      Cli.run("conform", "--only-failed", run().toString(), "--only", "A3")
          .with(ExitCode.USAGE)
          .saying(": none of what failed there is asked for: A1.two-in-turn, B1.idle-incumbent");
    }
  }

  @Test
  void anEarlierRunThatIsNoneOrHasNoFailureIsAUsageError() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run(of(target, "--only", "A1.two-in-turn")).with(ExitCode.OK);
    }
    onlyFailed(run()).saying("nothing failed in " + run().resolve("result.json"));
    onlyFailed(folder.resolve("nowhere")).saying(", but there is no " + folder.resolve("nowhere"));
    onlyFailed(folder).saying(", but there is no " + folder.resolve("result.json"));
    onlyFailed(write("- no JSON")).saying(list() + ": expected a result.json of solewire");
    onlyFailed(write("{\"format\": 7}")).saying("result format 7, expected 1");
    onlyFailed(write("{\"format\": 1}")).saying(list() + " holds no cases");
    onlyFailed(write(WHOLE.formatted("null")))
        .saying(list() + ": cases[0] is no case, expected an object with [id, rule");
    onlyFailed(write(WHOLE.formatted("{\"rule\": \"A1\", \"level\": \"MUST\"}")))
        .saying(list() + ": cases[0].id is missing, expected text; and 1 more");
    onlyFailed(write("null")).saying(list() + ": expected a result.json of solewire");
  }

  private static Ended onlyFailed(Path run) {
    Ended ended = Cli.run("conform", "--only-failed", run.toString()).with(ExitCode.USAGE);
    assertEquals(1, ended.err().lines().count(), ended.err());
    return ended.saying("--only-failed " + run + ": ");
  }

  private Ended conform(String fault, String list, String... more) throws Exception {
    write(list);
    try (Target target = fault == null ? Target.honest() : Target.with(fault)) {
      String[] known = {"--known-failing", list().toString()};
      return Cli.run(
          of(target, Stream.concat(Stream.of(known), Stream.of(more)).toArray(String[]::new)));
    }
  }

  private String[] of(Target target, String... more) {
    String[] all = Stream.concat(Stream.of(target.url()), Stream.of(more)).toArray(String[]::new);
    return Cli.conform(run(), all);
  }

  private Ended check(String list) throws IOException {
    return Cli.run("check", run().toString(), "--known-failing", write(list).toString());
  }

  private static Verdict verdict(RunResult result, String id) {
    return result.cases().stream().filter(c -> c.id().equals(id)).findFirst().get().verdict();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(list(), text);
  }

  private Path list() {
    return folder.resolve("known.yaml");
  }

  private Path run() {
    return folder.resolve("run");
  }
}
