package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.cli.load.LoadProcess;
import io.solewire.judge.Verdict;
import io.solewire.profile.ProfileReader;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import io.solewire.simulation.takeover.OwnedHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a run puts its target under load, and what it says of one that is broken both ways. */
@Timeout(120)
class RunChoicesTest {

  @TempDir private Path folder;

  @Test
  void aBrokenServerFailsBothWaysInOneResult() throws Exception {
    try (Target target = Target.with("kills-both")) {
      String[] options = {target.profile(folder), "--set", Loads.PATIENT, "--quiet"};
      Cli.run(Cli.load("run", folder, Loads.SHORT, options))
          .with(ExitCode.BROKEN)
          .saying(" MUST broken: ")
          .saying(" violations under load; ")
          .saying("gate failed: violations == 0 (it is ");
    }
    RunResult result = StoredRunTest.result(folder);
    assertTrue(result.count(Verdict.FAIL) > 0, "cases");
    assertTrue(result.load().violations() > 0, "load");
  }

  @Test
  void aTargetElsewhereIsNotPutUnderLoad() {
    Cli.run(Cli.load("run", folder, Loads.SHORT, "ws://host.invalid/ws?user={user}"))
        .with(ExitCode.TARGET)
        .saying("no load: the target is not on this machine");
    assertNull(StoredRunTest.result(folder).load());
    assertFalse(Files.exists(folder.resolve(LoadProcess.LOG)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ws://127.0.0.1:9000/ws?user={user}, true",
    "ws://127.8.9.1/{user}, true",
    "wss://localhost/ws/{user}, true",
    "'ws://[::1]:9000/?u={user}', true",
    "ws://192.0.2.7/ws?user={user}, false",
    "ws://0.0.0.0:9000/ws?user={user}, false",
    "'ws://[2001:db8::1]/ws?user={user}', false",
    "ws://host.invalid/ws?user={user}, false",
    "ws://127.0.0.1.host.invalid/ws?user={user}, false"
  })
  void onlyLoopbackIsThisMachine(String url, boolean here) throws Exception {
    assertEquals(here, OwnedHosts.isLoopback(ProfileReader.forUrl(url, Map.of())));
  }
}
