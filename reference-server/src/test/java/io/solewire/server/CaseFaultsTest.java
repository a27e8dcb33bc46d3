package io.solewire.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.server.fault.CaseFaults;
import io.solewire.server.fault.Fault;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each fault of a whole case does, and that the honest server does not. */
final class CaseFaultsTest {
  /** Those that the cases of other rules show. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "mutes-loser",
          "evicts-in-turn",
          "shares-close-code",
          "nameless-are-one",
          "numbers-are-one",
          "slows-down",
          "puts-off-cut",
          "cuts-user",
          "forgets-with-time",
          "times-out-user");

  static Stream<Trial> trials() {
    return Stream.of(
            IdentityTrials.all(),
            MessageTrials.all(),
            LifeTrials.all(),
            CloseTrials.all(),
            RaceTrials.all(),
            WaitingTrials.all())
        .flatMap(same -> same);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theHonestServerPasses(Trial trial) throws Exception {
    trial.passesHonestly();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theFaultIsSeen(Trial trial) {
    trial.failsWithTheFault();
  }

  @Test
  void everyFaultIsTried() {
    Set<String> tried =
        Stream.concat(trials().map(Trial::fault), ELSEWHERE.stream()).collect(Collectors.toSet());
    assertEquals(CaseFaults.all().stream().map(Fault::name).collect(Collectors.toSet()), tried);
  }
}
