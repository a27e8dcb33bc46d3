package io.solewire.cli.load;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.LoadPlan;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.LoadOutcome;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LoadProcessTest {

  private static final Duration BOUND = Duration.ofSeconds(60);

  @TempDir private Path folder;

  /** As on a machine that is so busy that the process is gone before all it said was read. */
  @Test
  void whatItPrintedIsReadThoughItHasEndedLongBefore() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(ServerConfig.builder().build())) {
      LoadProcess.Request request = request(server.port());
      List<String> progress = new ArrayList<>();
      List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
      LoadOutcome outcome =
          new LoadProcess(request, BOUND)
              .run(
                  line -> {
                    progress.add(line);
                    await()
                        .atMost(BOUND)
                        .until(
                            () -> ProcessHandle.current().descendants().allMatch(before::contains));
                  });
      assertFalse(outcome.interrupted(), "it ended by itself");
      assertTrue(progress.size() > 1, progress.toString());
    }
  }

  @Test
  void oneThatHangsIsKilledAndSaidToHang() throws Exception {
    LoadProcess load = new LoadProcess(request(1), Duration.ofMillis(200));
    LoadException hung = assertThrows(LoadException.class, () -> load.run(line -> {}));
    String log = folder.resolve(LoadProcess.LOG).toString();
    String said = "the load did not end within 0 s; the end of " + log + ":";
    assertEquals(said, hung.getMessage().lines().findFirst().orElse(""));
    assertFalse(Files.exists(folder.resolve(LoadOutcome.FILE)), "it had not begun");
  }

  private LoadProcess.Request request(int port) throws ProfileException {
    String url = "ws://127.0.0.1:" + port + "/ws?user={user}";
    Profile profile = ProfileReader.forUrl(url, Map.of());
    return new LoadProcess.Request(
        new LoadProcess.Server(profile, url, "", 0),
        Optional.empty(),
        List.of("evicted.force=2s"),
        new LoadPlan("takeover", 20, 10, 1, 1_000, "uniform", List.of()),
        7,
        folder,
        "./solewire load",
        List.of(),
        OptionalInt.empty(),
        false);
  }
}
