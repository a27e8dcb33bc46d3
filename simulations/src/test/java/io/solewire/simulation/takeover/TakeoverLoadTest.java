package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.EventLog;
import io.solewire.load.Workload;
import io.solewire.result.LoadOutcome;
import io.solewire.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TakeoverLoadTest {

  @TempDir private Path folder;

  /** As Gatling does with one that takes longer than it may. */
  @Test
  void oneThatIsEndedBeforeItsEndIsConcludedAndProvesNothing() throws Exception {
    Properties properties = new Properties();
    properties.put("solewire.target", Plans.URL);
    properties.put("solewire.out", folder.toString());
    TakeoverLoad load = TakeoverLoad.begin(Workload.TAKEOVER, properties);
    load.close();
    LoadOutcome outcome = Results.readOutcome(folder.resolve(LoadOutcome.FILE));
    assertFalse(outcome.load().generator().healthy());
    String reason = outcome.load().generator().reason();
    String seconds = load.atMost().toSeconds() + " s";
    String population = "population of " + load.population();
    assertTrue(reason.startsWith("it did not end within " + seconds + ": " + population), reason);
    assertEquals(0, outcome.load().takeovers());
    assertTrue(Files.exists(folder.resolve(EventLog.FILE)));
  }
}
