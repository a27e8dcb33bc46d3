package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.judge.Verdict;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.rule.Level;
import io.solewire.rule.RuleBook;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.fault.Fault;
import io.solewire.server.fault.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    dies(fault, caseId, words, folder, Suite.all());
  }

  /** Only this case is run: what else such a server breaks is told by the other table. */
  @ParameterizedTest(name = "{1} sees {0}")
  @CsvSource(
      textBlock =
          """
          mutes-loser,           D2.losers-of-a-race,          left open and silent
          reserved-close-code,   C5.own-close-meets-eviction,  was closed with 1006
          waits-for-echo,        A6.whatever-the-incumbent-does, beside c1, which does not
          evicts-in-turn,        E3.many-stalled-evictees,     beside 20 stalled evictees
          never-evicts,          G3.buffer-full-of-messages,   still open when it read on
          shares-close-code,     B3.code-as-promised,          was closed with 1000
          shares-close-code,     B4.code-that-ends-it,         was closed with 1000
          evicts-late,           C6.responsive-incumbent,      was evicted after
          removes-by-user,       G2.reset-of-silent-incumbent, late death of the incumbent
          nameless-are-one,      H3.user-empty-or-left-out,    when another one without a user id
          numbers-are-one,       H4.number-written-in-four-ways, when one of
          never-evicts,          J3.everybody-returns,         survive and answer
          touches-stranger,      L2.strangers-of-a-duel,       was ended by close during a duel
          drops-without-close,   B1.in-a-fragmented-message,   without a Close frame
          never-cuts-off,        C3.never-echoes,              was still open
          never-cuts-off,        C3.sends-for-ever,            was still open
          never-cuts-off,        C3.suspended,                 was still open
          slows-down,            L1.long-chain,                slower and slower
          """)
  void everyFurtherCaseSeesItsFault(String fault, String caseId, String words, @TempDir Path folder)
      throws Exception {
    dies(fault, caseId, words, folder, only(caseId));
  }

  /** Against a server that does everything and one thing wrong; only this case is run. */
  @ParameterizedTest(name = "{1} sees {0}")
  @CsvSource(
      textBlock =
          """
          evicts-before-auth,    A4.wrong-credentials,         after a login with
          trusts-claimed-user,   H5.credentials-of-another,    after a login of another user
          relogin-evicts-self,   A7.login-twice,               the signal of an eviction
          contradicts-notice,    B6.message-before-close,      of an eviction and then Close 1000
          refuses-as-replaced,   B7.refused-newcomer,          it was told
          serves-evicted,        C4.sends-after-eviction,      it was served
          epoch-falls,           D3.epochs-of-a-chain,         less than
          epoch-falls,           D3.epochs-of-a-race,          carries
          stays-online,          D5.newcomer-leaves,           observers were shown nothing
          locks-out,             D6.user-after-a-duel,         locked out
          one-tenant,            E2.same-id-in-two-tenants,    when the same id in tenant
          delivers-twice,        F2.once-across-takeovers,     came more than once
          loses-on-switch,       F3.none-lost-across-takeovers, were accepted and never came
          reorders,              F4.in-order-across-takeovers, before sw-msg
          forgets-subscription,  F5.newcomer-subscribes,       which had subscribed
          answers-on-newest,     F6.asked-before-takeover,     read the answer
          never-times-out,       G4.silent-and-alone,          still there after the limit
          folds-case,            H1.declared-spellings,        another user by identity.case
          announces-offline-last, I1.observers-after-takeover, offline at
          flaps,                 I2.no-flap,                   offline at
          announces-twice,       I3.end-of-the-incumbent,      offline at
          remembers-the-dead,    J1.users-of-a-killed-server,  it was refused
          shuts-down-as-replaced, J2.users-of-a-stopping-server, as if evicted
          """)
  void everyCapabilityHasACaseThatSeesItsFault(
      String fault, String caseId, String words, @TempDir Path folder) throws Exception {
    try (InJvm server = new InJvm(Suite.everything().fault(fault))) {
      Profile profile = Suite.fullProfile(server.port());
      List<CaseInfo> only = only(caseId);
      dies(fault, caseId, words, Suite.judge(profile, folder, only, Optional.of(server)));
    }
  }

  private static List<CaseInfo> only(String caseId) {
    return Suite.all().stream().filter(c -> c.id().equals(caseId)).toList();
  }

  private static void dies(
      String fault, String caseId, String words, Path folder, List<CaseInfo> cases)
      throws Exception {
    ServerConfig config =
        ServerConfig.builder().force(Suite.FORCE).faultDelay(Suite.TOO_LATE).fault(fault).build();
    try (ReferenceServer server = ReferenceServer.start(config)) {
      Profile profile = Suite.profile(server.port());
      dies(fault, caseId, words, Suite.judge(profile, folder, cases));
    }
  }

  private static void dies(
      String fault, String caseId, String words, ConformanceRun.Outcome outcome) {
    Reporting.print(fault, outcome.cases());
    CaseResult named =
        outcome.cases().stream().filter(c -> c.id().equals(caseId)).findFirst().orElseThrow();
    List<CaseResult.Found> own =
        named.findings().stream().filter(f -> caseId.startsWith(f.rule())).toList();
    String seen = caseId + " " + named.verdict() + " " + named.reason() + " " + own;
    assertTrue(isBad(caseId, named.verdict()), seen);
    assertTrue(own.stream().anyMatch(f -> says(f, words)), () -> words + ": " + seen);
  }

  /** Of a case whose rule only warns, a MUST that nobody else saw broken has the text. */
  private static boolean says(CaseResult.Found found, String words) {
    boolean bad = found.verdict() == Verdict.FAIL || found.verdict() == Verdict.WARN;
    return bad && (found.actual().contains(words) || found.expected().contains(words));
  }

  /** A broken SHOULD warns, and so does a trend in latency, which is no proof. */
  private static boolean isBad(String caseId, Verdict verdict) {
    Level level = RuleBook.current().rule(caseId.substring(0, 2)).level();
    boolean warns = level == Level.SHOULD || caseId.equals("L1.long-chain");
    return verdict == Verdict.FAIL || warns && verdict == Verdict.WARN;
  }

  @Test
  void everyFaultOfTheServerIsNamedHere() {
    Set<String> faults = Faults.everything().stream().map(Fault::name).collect(Collectors.toSet());
    assertEquals(faults, named().collect(Collectors.toSet()));
  }

  private static Stream<String> named() {
    return Stream.of(FaultsTest.class.getDeclaredMethods())
        .map(method -> method.getAnnotation(CsvSource.class))
        .filter(Objects::nonNull)
        .flatMap(table -> table.textBlock().lines())
        .map(line -> line.substring(0, line.indexOf(',')).strip());
  }
}
