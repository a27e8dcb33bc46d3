package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.judge.Verdict;
import io.solewire.profile.ProfileReader;
import io.solewire.result.CaseResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import io.solewire.server.Tls;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The Wire ends TLS itself: over wss it sees and does the same. */
@Isolated("it is the honest server that a busy machine would accuse")
class TlsSuiteTest {

  /** Self-signed for 127.0.0.1, good for a hundred years, and worth nothing. */
  private static final Path CERTIFICATE = Path.of("src/test/resources/tls/certificate.pem");

  private static final Path KEY = Path.of("src/test/resources/tls/key.pem");

  private static final Set<String> CASES =
      Set.of(
          "A1.two-in-turn",
          "A5.handshake-never-completes",
          "B1.idle-incumbent",
          "C2.echo-then-tcp-end",
          "C3.never-reads",
          "D1.last-byte-race",
          "G2.reset-of-silent-incumbent");

  @TempDir private Path folder;

  private ReferenceServer server;

  @BeforeEach
  void start() throws Exception {
    Tls tls = new Tls(CERTIFICATE, KEY);
    server = ReferenceServer.start(ServerConfig.builder().force(Suite.FORCE).tls(tls).build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ConformanceRun.Outcome judge(Map<String, String> tls) throws Exception {
    Map<String, String> set = new HashMap<>(tls);
    set.put("quiet", "300ms");
    set.put("evicted.force", Suite.FORCE.toMillis() + "ms");
    String url = "wss://127.0.0.1:" + server.port() + "/ws?user={user}";
    List<CaseInfo> cases = Suite.all().stream().filter(c -> CASES.contains(c.id())).toList();
    return Suite.judge(ProfileReader.forUrl(url, set), folder, cases);
  }

  @Test
  void anHonestServerPassesWhatTouchesTheWire() throws Exception {
    List<CaseResult> results =
        judge(Map.of("tls.ca", CERTIFICATE.toAbsolutePath().toString())).cases();
    assertEquals(CASES.size(), results.size());
    results.forEach(c -> assertEquals(Verdict.PASS, c.verdict(), c.reason() + "\n" + c.text()));
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForIsNotJudged() throws Exception {
    ConformanceRun.Outcome outcome = judge(Map.of());
    assertEquals(List.of(), outcome.cases());
    String why = outcome.target().orElseThrow();
    assertTrue(why.contains("certificat"), why);
  }
}
