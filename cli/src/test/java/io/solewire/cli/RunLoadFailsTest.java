package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import io.solewire.rule.Rule;
import io.solewire.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A generator that fails takes nothing back that the cases have shown. */
@Timeout(120)
class RunLoadFailsTest {

  private static final String JUDGED = "B1";
  private static final String FAILED = "the load ended with status ";

  @TempDir private Path folder;

  /** By one rule, so that it takes no longer than it has to. */
  private String profile(Target target) throws IOException {
    Path file = Path.of(target.profile(folder));
    String others =
        RuleBook.current().rules().stream()
            .map(Rule::id)
            .filter(id -> !id.equals(JUDGED))
            .map(id -> id + ": not looked at here")
            .collect(Collectors.joining(", "));
    return Files.writeString(file, Files.readString(file) + "not-applicable: { " + others + " }\n")
        .toString();
  }

  private RunResult ended(Target target, ExitCode expected) throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(run.resolve("gatling"), "where Gatling would make its folder");
    Ended ended = Cli.run(Cli.load("run", run, Loads.SHORT, profile(target)));
    assertEquals(expected.number(), ended.saying(FAILED).code(), ended.toString());
    for (String file : new String[] {"junit.xml", "summary.md", "report.html", "history.jsonl"}) {
      assertTrue(Files.exists(run.resolve(file)), file);
    }
    assertTrue(Files.readString(run.resolve("summary.md")).contains(FAILED));
    RunResult result = StoredRunTest.result(run);
    assertEquals(expected.number(), result.exitCode());
    assertEquals(1, result.problems().size(), result.problems().toString());
    assertTrue(result.problems().get(0).startsWith(FAILED), result.problems().get(0));
    assertNull(result.load());
    return result;
  }

  @Test
  void whatPassedIsPublishedAndTheHarnessHasFailed() throws Exception {
    try (Target target = Target.honest()) {
      RunResult result = ended(target, ExitCode.HARNESS);
      assertEquals(2, result.count(Verdict.PASS), result.toString());
      assertEquals(Verdict.ERROR, result.verdict());
    }
  }

  @Test
  void whatIsBrokenIsWorseThanAHarnessThatFailed() throws Exception {
    try (Target target = Target.with("drops-without-close")) {
      RunResult result = ended(target, ExitCode.BROKEN);
      assertTrue(result.count(Verdict.FAIL) > 0, result.toString());
    }
  }
}
