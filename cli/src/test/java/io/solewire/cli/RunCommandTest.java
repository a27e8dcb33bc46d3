package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.judge.Verdict;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Cases and a load of an honest server in one result. */
@Isolated("a generator that shares its processors with other tests is not healthy")
@Timeout(120)
class RunCommandTest {

  @TempDir private Path folder;

  @Test
  void anHonestServerPassesBothWays() throws Exception {
    Path run = folder.resolve("run");
    Ended ended;
    try (Target target = Target.honest()) {
      String[] options = {target.profile(folder), "--set", Loads.PATIENT};
      ended = Cli.run(Cli.load("run", run, Loads.SHORT, options));
    }
    RunResult result = StoredRunTest.result(run);
    long passed = result.count(Verdict.PASS);
    long unasked = result.count(Verdict.NOT_APPLICABLE);
    assertEquals(Catalogue.cases().size(), passed + unasked, ended.toString());
    assertTrue(passed > Catalogue.cases().size() / 2, ended.toString());
    assertTrue(result.load().takeovers() > 40, result.load().toString());
    Loads.assertNobodyAccused(result);
    StoredRunTest.holdsTheSchema(new ObjectMapper().readTree(run.resolve("result.json").toFile()));
    for (String file : new String[] {"history.jsonl", "load-history.jsonl.gz", "eviction.hlog"}) {
      assertTrue(Files.exists(run.resolve(file)), file);
    }
    Path again = folder.resolve("again");
    Ended checked = Cli.run("check", run.toString(), "--out", again.toString());
    assertEquals(ended.code(), checked.code(), checked.toString());
    RunResult second = StoredRunTest.result(again);
    assertEquals(result.load(), second.load());
    assertEquals(result.count(Verdict.PASS), second.count(Verdict.PASS));
    Loads.orTooBusy(result);
    ended
        .with(ExitCode.OK)
        .saying("\nnewest wins is kept: " + passed + " of " + passed + " cases pass; evicts in ")
        .saying(" over " + result.load().takeovers() + " takeovers; 1 of 1 gate passes");
  }
}
