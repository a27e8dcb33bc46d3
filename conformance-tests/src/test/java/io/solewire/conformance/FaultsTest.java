package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.fault.Fault;
import io.solewire.server.fault.Faults;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case must be seen failing: each fault dies by the case and with the words named for it. */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {

  @ParameterizedTest(name = "{0} dies by {1}")
  @CsvSource(
      textBlock =
          """
          never-evicts,          A1.two-in-turn,               both are alive
          removes-by-user,       D4.late-close-of-incumbent,   published message reaches
          two-winners,           D1.last-byte-race,            survive and answer
          kills-both,            A2.newest-stays,              was ended by close
          drops-without-close,   B1.idle-incumbent,            without a Close frame
          reserved-close-code,   B2.code-on-the-wire,          was closed with 1006
          waits-for-echo,        G1.silent-incumbent,          although c1 does not answer
          evicts-on-bad-upgrade, A5.handshake-never-completes, a handshake that never completes
          touches-stranger,      E1.strangers-during-takeovers, while another user was taken over
          data-after-close,      C1.published-to-while-closing, after the Close frame
          evicts-late,           A1.two-in-turn,               after the request of c2
          """)
  void everyFaultDiesByItsCase(String fault, String caseId, String words, @TempDir Path folder)
      throws Exception {
    ServerConfig config =
        ServerConfig.builder().force(Suite.FORCE).faultDelay(Suite.TOO_LATE).fault(fault).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      ConformanceRun.Outcome outcome =
          Suite.judge(Suite.profile(server.port()), folder, Suite.all());
      Reporting.print(fault, outcome.cases());
      CaseResult named =
          outcome.cases().stream().filter(c -> c.id().equals(caseId)).findFirst().orElseThrow();
      assertEquals(Verdict.FAIL, named.verdict(), caseId + ": " + named.reason());
      assertTrue(named.text().contains(words), named.text());
    }
  }

  @Test
  void everyFaultOfTheServerIsNamedHere() {
    Set<String> faults = Faults.all().stream().map(Fault::name).collect(Collectors.toSet());
    assertEquals(faults, named().collect(Collectors.toSet()));
  }

  private static Stream<String> named() {
    try {
      String table =
          FaultsTest.class
              .getDeclaredMethod(
                  "everyFaultDiesByItsCase", String.class, String.class, String.class, Path.class)
              .getAnnotation(CsvSource.class)
              .textBlock();
      return table.lines().map(line -> line.substring(0, line.indexOf(',')).strip());
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
