package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.solewire.history.EventLog;
import io.solewire.history.HistoryReader;
import io.solewire.load.LoadPlan;
import io.solewire.load.arrival.Rounds;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import io.solewire.result.Versus;
import io.solewire.simulation.calibrate.DelayServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Two servers under the same load, in turns: seven rounds, 20 newcomers in each slot. */
@Isolated("a generator that shares its processors with other tests is not healthy")
class VersusLoadTest {

  private static final String PLAN =
      "--users 20 --rate 40 --warmup 1s --duration 11200ms --size rounds=7";

  @TempDir private Path folder;
  private DelayServer server;

  @BeforeEach
  void start() throws Exception {
    server = DelayServer.start(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String delayed(int millis) {
    return "ws://127.0.0.1:" + server.port() + "/ws?user={user}&delay=" + millis + "ms";
  }

  private Ended load(int target, int reference, String... more) {
    String[] pair = {delayed(target), "--versus", delayed(reference), "--seed", "7"};
    return Cli.run(Cli.load(run(), PLAN, join(pair, more)));
  }

  private static String[] join(String[] some, String... more) {
    String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private Path run() {
    return folder.resolve("run");
  }

  @Test
  void theSlowerTargetIsWorseAndTheSameHistoriesSayTheSameAgain() throws Exception {
    Ended ended = load(200, 5);
    RunResult result = StoredRunTest.result(run());
    Loads.assertNobodyAccused(result);
    StoredRunTest.holdsTheSchema(
        new ObjectMapper().readTree(run().resolve("result.json").toFile()));
    Versus versus = result.load().versus();
    isJudgedAgain(ended.code(), versus);
    orTooBusy(result);
    assertEquals(7, versus.rounds() + versus.left().size());
    ended.with(ExitCode.BROKEN).saying("eviction.p50 ").saying("load: in turns with ");
    Versus.Ratio p50 = versus.ratios().get(0);
    assertEquals(Versus.Verdict.REGRESSION, p50.verdict(), versus.toString());
    assertTrue(p50.low() > 2 && p50.high() > 20, p50.toString());
    assertTrue(p50.target() > 200_000 && p50.reference() > 5_000, p50.toString());
    for (String file : List.of("report.html", "summary.md", "junit.xml")) {
      assertTrue(Files.readString(run().resolve(file)).contains("eviction.p50"), file);
    }
    String replay = Files.readString(run().resolve("summary.md"));
    assertTrue(replay.contains(" --versus '" + delayed(5) + "' --seed 7"), replay);
  }

  private void isJudgedAgain(int code, Versus versus) throws Exception {
    Path again = folder.resolve("again");
    Ended ended = Cli.run("check", run().toString(), "--out", again.toString());
    assertEquals(code, ended.code(), ended.toString());
    assertEquals(versus, StoredRunTest.result(again).load().versus());
    Path reference = run().resolve("versus").resolve(EventLog.FILE);
    Cli.run("check", reference.toString())
        .saying(
            "whether it differs from the target is not known: this is the load of what that was");
    Files.delete(reference);
    Cli.run("check", run().toString(), "--out", again.toString());
    Versus alone = StoredRunTest.result(again).load().versus();
    assertEquals(Versus.Verdict.INCONCLUSIVE, alone.verdict());
    assertTrue(alone.reason().startsWith("there is no "), alone.reason());
  }

  /** A reference that nobody could measure, or rounds without their load, are the machine's. */
  private static void orTooBusy(RunResult result) {
    Loads.orTooBusy(result);
    Versus versus = result.load().versus();
    boolean unmeasured = String.valueOf(versus.reason()).startsWith("the reference: ");
    if (versus.verdict() == Versus.Verdict.INCONCLUSIVE
        && (unmeasured || !versus.left().isEmpty())) {
      Requirement.skip("quiet", "this machine is too busy to compare on: " + versus.reason());
    }
  }

  @Test
  void bothHaveTheSameLoadAndNeverAtTheSameTime() throws Exception {
    load(5, 5);
    RunResult result = StoredRunTest.result(run());
    Loads.assertNobodyAccused(result);
    assertNotEquals(ExitCode.BROKEN.number(), result.exitCode(), result.load().versus().toString());
    Path other = run().resolve("versus").resolve(EventLog.FILE);
    LoadPlan plan = LoadPlan.ofJson(HistoryReader.header(run().resolve(EventLog.FILE)).load());
    LoadPlan its = LoadPlan.ofJson(HistoryReader.header(other).load());
    assertEquals(Rounds.Side.TARGET, plan.turn().side());
    assertEquals(Rounds.Side.REFERENCE, its.turn().side());
    assertEquals(7, its.turn().seed());
    assertEquals(plan.rounds(), its.rounds());
    Set<String> common = users(run().resolve(EventLog.FILE));
    common.retainAll(users(other));
    assertEquals(Set.of(""), common, "both may be one server");
    orTooBusy(result);
    assertEquals(7 * 20, result.load().metrics().get("eviction").count(), 2);
  }

  private static Set<String> users(Path history) throws Exception {
    Set<String> users = new HashSet<>();
    HistoryReader.read(history, event -> users.add(event.user()));
    return users;
  }

  @Test
  void aReferenceThatIsNotThereLeavesTheTargetsNumbersAndNothingIsKnown() throws Exception {
    int gone;
    try (DelayServer other = DelayServer.start(0)) {
      gone = other.port();
    }
    String url = "ws://127.0.0.1:" + gone + "/ws?user={user}";
    Ended ended = Cli.run(Cli.load(run(), PLAN, delayed(5), "--versus", url));
    RunResult result = StoredRunTest.result(run());
    Loads.assertNobodyAccused(result);
    Versus versus = result.load().versus();
    assertEquals(Versus.Verdict.INCONCLUSIVE, versus.verdict());
    assertTrue(
        versus.reason().startsWith("the reference: it let nobody in: connection refused"),
        versus.reason());
    ended.with(ExitCode.UNPROVEN);
    assertTrue(result.load().metrics().get("eviction").count() > 50, "the target was measured");
  }

  @Test
  void whatIsLeftOfAnEarlierComparisonIsNotMistakenForThisOne() throws Exception {
    Path left = Files.createDirectories(run().resolve("versus")).resolve(EventLog.FILE);
    Files.writeString(left, "an earlier one");
    String url = "ws://acme.invalid:1/ws?user={user}";
    Cli.run(Cli.load(run(), PLAN, delayed(5), "--versus", url, "--i-own-this-host", "acme.invalid"))
        .with(ExitCode.TARGET)
        .saying("what it is compared with: no such host: acme.invalid");
    assertTrue(Files.notExists(left));
  }

  @Test
  void whatAReferenceEchoesOfItsSecretsIsInNoOutput() throws Exception {
    String secret = "hush-hush-4711";
    HttpServer gossip = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    gossip.createContext("/", exchange -> refuse(exchange, secret));
    gossip.start();
    try {
      Path profile = folder.resolve("gossip.yaml");
      Files.writeString(
          profile,
          "profile: 1\nname: at-%2$s\nurl: ws://127.0.0.1:%1$d/ws?user={user}\nheaders: { Authorization: Bearer %2$s }\n"
              .formatted(gossip.getAddress().getPort(), secret));
      Ended ended = Cli.run(Cli.load(run(), PLAN, delayed(5), "--versus", profile.toString()));
      ended.with(ExitCode.UNPROVEN);
      assertFalse(ended.toString().contains(secret), ended.toString());
    } finally {
      gossip.stop(0);
    }
    try (Stream<Path> files = Files.walk(run())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains(secret), "" + file);
      }
    }
  }

  private static void refuse(HttpExchange exchange, String secret) throws IOException {
    byte[] body = ("no entry with " + secret).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(403, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void gatlingsReportKeepsTheSidesApart() throws Exception {
    load(5, 5);
    try (var files = Files.walk(run().resolve("gatling"))) {
      Path log =
          files.filter(f -> f.getFileName().toString().equals("simulation.log")).findFirst().get();
      Matcher rows =
          Pattern.compile("evict( \\(reference\\))?")
              .matcher(
                  new String(
                      Files.readAllBytes(log), java.nio.charset.StandardCharsets.ISO_8859_1));
      assertTrue(rows.results().map(m -> m.group(1) == null).distinct().count() == 2);
    }
  }
}
