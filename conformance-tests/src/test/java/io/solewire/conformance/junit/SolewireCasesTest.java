package io.solewire.conformance.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.junit.Vendor.Ended;
import io.solewire.history.History;
import io.solewire.judge.Verdict;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.server.ReferenceServer;
import io.solewire.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Classes as vendors write them, run as their builds do. */
class SolewireCasesTest {

  private static final String COUNT = "every case was executed";

  /** A server in the JVM of the test. */
  abstract static class InThisJvm implements SolewireCases {
    private static ReferenceServer server;

    static void start(String fault, int closeCode) throws Exception {
      ServerConfig.Builder config =
          ServerConfig.builder().force(Duration.ofSeconds(1)).closeCode(closeCode);
      server = ReferenceServer.start((fault == null ? config : config.fault(fault)).build());
    }

    @SolewireUrl
    static String url() {
      return "ws://127.0.0.1:" + server.port() + "/ws?user={user}";
    }

    @AfterAll
    static void stop() {
      server.close();
    }
  }

  @Solewire(
      set = {"quiet=300ms", "evicted.force=1s", "evicted.codes=[4409]"},
      only = {"A1", "B2", "F1"})
  static class Honest extends InThisJvm {
    @BeforeAll
    static void start() throws Exception {
      start(null, 4409);
    }
  }

  @Solewire(
      set = {"quiet=300ms", "evicted.force=1s"},
      only = {"A1", "C1", "D1"})
  static class Broken extends InThisJvm {
    @BeforeAll
    static void start() throws Exception {
      start("never-evicts", 4409);
    }
  }

  @Test
  void eachCaseIsATestByItsIdAndTheLastOneCounts() throws Exception {
    Vendor vendor = Vendor.runs(Honest.class);
    long chosen = Catalogue.cases().stream().filter(c -> c.id().matches("(A1|B2|F1).*")).count();
    assertEquals(chosen + 1, vendor.tests().size());
    assertEquals(COUNT + ": " + chosen, vendor.tests().get((int) chosen).name());
    assertEquals(List.of(), vendor.failures());
    assertEquals(Status.SUCCESSFUL, vendor.test("A1.two-in-turn: ").status());
    Ended inapplicable = vendor.test("F1.");
    assertEquals(Status.ABORTED, inapplicable.status());
    assertTrue(inapplicable.message().contains("needs the profile key publish"));
    RunResult result = result(Honest.class);
    assertEquals(List.of(chosen, 0), List.of((long) result.cases().size(), result.exitCode()));
    assertTrue(Files.size(folder(Honest.class).resolve(History.FILE)) > 0);
  }

  @Test
  void aBrokenRuleFailsWithTheWholeTextAndCountsOnce() throws Exception {
    Vendor vendor = Vendor.runs(Broken.class);
    String text = vendor.test("A1.two-in-turn").message();
    for (String part :
        List.of(
            "A1.two-in-turn   MUST   ",
            "\n  target     127.0.0.1",
            "\n  expected   ",
            "\n  actual     ",
            "\n  t+",
            "\n  check      ",
            "\n  replay     mvn test -Dtest='SolewireCasesTest$Broken'"
                + " -Dsolewire.only=A1.two-in-turn -Dsolewire.seed=")) {
      assertTrue(text.contains(part), () -> part + " is not in" + text);
    }
    assertEquals(Status.SUCCESSFUL, vendor.test(COUNT).status());
    RunResult result = result(Broken.class);
    long unproven = result.count(Verdict.INCONCLUSIVE);
    assertEquals(result.count(Verdict.FAIL) + unproven, vendor.failures().size());
    assertTrue(unproven > 0, "nothing is closed here, so nothing can be sent after a close");
    assertTrue(vendor.test("C1.").message().matches("C1\\.[a-z-]+ inconclusive: .+"));
    assertEquals(1, result.exitCode());
  }

  @Test
  void aReplayCarriesTheBudgetAndTheScheduleThatWereAskedFor() {
    Map<String, String> asked =
        Map.of(
            "solewire.only", "D1.last-byte-race",
            "solewire.schedule", "a1..a2 connect",
            "solewire.budget", "brief",
            "solewire.seed", "7");
    asked.forEach(System::setProperty);
    try {
      String text = Vendor.runs(Broken.class).test("D1.last-byte-race").message();
      String replay =
          "\n  replay     mvn test -Dtest='SolewireCasesTest$Broken' -Dsolewire.budget=brief"
              + " -Dsolewire.schedule='a1..a2 connect' -Dsolewire.only=D1.last-byte-race"
              + " -Dsolewire.seed=7";
      assertTrue(text.contains(replay), text);
    } finally {
      asked.keySet().forEach(System::clearProperty);
    }
  }

  @Solewire(profile = "broken.yaml", set = "quiet=soon")
  static class BadProfile implements SolewireCases {}

  @Test
  void everyProblemOfAProfileIsInOneFailure() {
    Vendor vendor = Vendor.runs(BadProfile.class);
    assertEquals(List.of(), vendor.tests());
    String text = vendor.failure().message();
    for (String part :
        List.of(
            "broken.yaml:2: url is \"http://127.0.0.1/\": expected",
            "broken.yaml:3: polizy",
            "@Solewire(set): quiet is \"soon\": expected")) {
      assertTrue(text.contains(part), text);
    }
  }

  @Solewire(profile = "nowhere.yaml")
  static class NoProfile implements SolewireCases {}

  @Test
  void aProfileThatIsNotThereIsOneFailure() {
    String text = Vendor.runs(NoProfile.class).failure().message();
    assertTrue(text.contains("profile is \"nowhere.yaml\": expected a file in "), text);
  }

  @Solewire
  static class NeitherProfileNorUrl implements SolewireCases {}

  static class NotAnnotated implements SolewireCases {}

  @Solewire(only = "D44", skip = "Z*", set = "quiet")
  static class Mistyped implements SolewireCases {}

  @Test
  void aMistakeInTheClassIsOneFailureThatSaysWhatWasExpected() {
    String neither = Vendor.runs(NeitherProfileNorUrl.class).failure().message();
    assertTrue(neither.contains("or a method with @SolewireUrl"), neither);
    String bare = Vendor.runs(NotAnnotated.class).failure().message();
    assertTrue(bare.contains("expected the annotation @Solewire"), bare);
    String mistyped = Vendor.runs(Mistyped.class).failure().message();
    for (String part : List.of("matches \"D44\"", "matches \"Z*\"", "\"quiet\": expected key=")) {
      assertTrue(mistyped.contains(part), mistyped);
    }
  }

  @Solewire
  static class Unreachable implements SolewireCases {
    @SolewireUrl
    static String url() {
      return "ws://127.0.0.1:1/ws?user={user}";
    }
  }

  @Test
  void aServerThatIsNotThereIsOneFailure() {
    Vendor vendor = Vendor.runs(Unreachable.class);
    assertEquals(List.of(), vendor.tests());
    String text = vendor.failure().message();
    assertTrue(text.contains("no case was executed: the target ws://127.0.0.1:1/ws"), text);
  }

  @Solewire(only = "F1")
  static class NothingApplies extends InThisJvm {
    @BeforeAll
    static void start() throws Exception {
      start(null, 4409);
    }
  }

  @Test
  void whereNoCaseAppliesTheCountFails() {
    Vendor vendor = Vendor.runs(NothingApplies.class);
    assertTrue(vendor.failure().name().startsWith(COUNT), vendor.failure().name());
    assertTrue(vendor.failure().message().contains("no case applies to this server"));
  }

  @Solewire(only = "A1", set = "quiet=300ms")
  static class OfAnInstance implements SolewireCases {
    private ReferenceServer server;

    @SolewireUrl
    String url() throws Exception {
      server = ReferenceServer.start(ServerConfig.builder().build());
      return "ws://127.0.0.1:" + server.port() + "/ws?user={user}";
    }

    @AfterEach
    void stop() {
      server.close();
    }
  }

  @Test
  void theUrlMayComeFromAnInstance() {
    Vendor vendor = Vendor.runs(OfAnInstance.class);
    assertEquals(List.of(), vendor.failures());
    assertEquals(Status.SUCCESSFUL, vendor.test("A1.two-in-turn").status());
  }

  /** 1012 invites a client to come back: a SHOULD that is broken. */
  @Solewire(
      only = {"B4", "B2"},
      set = "quiet=300ms")
  static class Inviting extends InThisJvm {
    @BeforeAll
    static void start() throws Exception {
      start(null, 1012);
    }
  }

  @Solewire(
      only = {"B4", "B2"},
      set = "quiet=300ms",
      strict = true)
  static class Strict extends InThisJvm {
    @BeforeAll
    static void start() throws Exception {
      start(null, 1012);
    }
  }

  @Test
  void aBrokenShouldPassesUnlessItIsStrict() throws Exception {
    Vendor vendor = Vendor.runs(Inviting.class);
    assertEquals(List.of(), vendor.failures());
    assertEquals(1, result(Inviting.class).count(Verdict.WARN));
    Vendor strict = Vendor.runs(Strict.class);
    String text = strict.failure().message();
    assertTrue(text.startsWith("\nB4."), text);
    assertTrue(text.contains("   SHOULD   "), text);
    assertEquals(1, result(Strict.class).exitCode());
  }

  @Test
  void settingsOfTheVendorDoNotReachTheSuite() {
    Map<String, String> settings =
        Map.of(
            "junit.jupiter.execution.timeout.default", "300 ms",
            "junit.jupiter.execution.timeout.lifecycle.method.default", "1 m",
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent");
    Vendor vendor = Vendor.runs(OfAnInstance.class, settings);
    assertEquals(List.of(), vendor.failures());
    assertEquals(Status.SUCCESSFUL, vendor.test("A1.two-in-turn").status());
  }

  @Solewire(profile = "ends.yaml")
  static class Ends implements SolewireCases {}

  @Test
  void aServerThatEndsBeforeItIsReadyIsOneFailureWithWhatItPrinted() {
    String text = Vendor.runs(Ends.class).failure().message();
    assertTrue(text.contains("ended with status 3 before it was ready"), text);
    assertTrue(text.contains("port taken"), text);
    assertFalse(text.contains("null"), text);
  }

  private static Path folder(Class<?> type) {
    return Path.of("target/solewire", type.getName());
  }

  private static RunResult result(Class<?> type) throws IOException {
    return Results.read(folder(type).resolve(Results.FILE));
  }
}
