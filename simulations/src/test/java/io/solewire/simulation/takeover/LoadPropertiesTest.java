package io.solewire.simulation.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.load.LoadPlan;
import io.solewire.load.Turn;
import io.solewire.load.Workload;
import io.solewire.load.arrival.Rounds.Side;
import io.solewire.profile.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load as system properties ask for it. */
class LoadPropertiesTest {

  @TempDir private Path folder;
  private final Properties properties = new Properties();

  @BeforeEach
  void aTargetAndAFolder() {
    set("target", Plans.URL);
    set("out", folder.resolve("a/b").toString());
  }

  private void set(String name, String value) {
    properties.setProperty("solewire." + name, value);
  }

  private LoadRequest request() {
    return LoadProperties.request(Workload.TAKEOVER, properties);
  }

  private List<String> problems() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, this::request);
    return e.getMessage().lines().toList();
  }

  @Test
  void aTargetIsEnough() {
    LoadRequest request = request();
    assertEquals(
        new LoadPlan("takeover", 500, 1_000, 10_000, 20_000, "uniform", List.of()), request.plan());
    assertEquals("./solewire load " + Plans.URL, request.replay());
    assertEquals(OptionalInt.empty(), request.metricsPort());
    assertTrue(Files.isDirectory(folder.resolve("a/b")), "the folder was made");
    assertTrue(request.seed() >= 1 && request.seed() < 1_000_000, "short: " + request.seed());
  }

  private LoadRequest versus() {
    return LoadProperties.request(Workload.VERSUS, properties);
  }

  @Test
  void whatItIsComparedWithHasTheSameLoadInTheOtherTurns() {
    set("versus", "ws://127.0.0.1:2/ws?user={user}");
    set("gates", "eviction.p99 < 50 ms");
    set("seed", "7");
    LoadRequest request = versus();
    LoadRequest reference = request.reference().orElseThrow();
    assertEquals(new Turn(Side.TARGET, 7), request.plan().turn());
    assertEquals(new Turn(Side.REFERENCE, 7), reference.plan().turn());
    assertEquals(request.plan().rounds(), reference.plan().rounds());
    assertEquals(List.of(), reference.plan().gates(), "gates are for the target");
    assertEquals(folder.resolve("a/b/versus"), reference.out());
    assertTrue(Files.isDirectory(reference.out()));
    assertTrue(reference.profile().endpoint().url().toString().contains(":2/"));
    assertEquals(List.of(request, reference), request.all());
  }

  @Test
  void turnsNeedAnotherServerAndTheSimulationThatHasThem() {
    String expected = assertThrows(IllegalArgumentException.class, this::versus).getMessage();
    assertTrue(expected.startsWith("solewire.versus: expected a ws:// or wss:// URL"), expected);
    set("versus", "ws://127.0.0.1:2/ws?user={user}");
    assertEquals(
        List.of("solewire.versus: takeover takes no turns: expected the simulation versus"),
        problems());
  }

  @Test
  void theReferenceMustPromiseTheSame() throws IOException {
    Path file = folder.resolve("other.yaml");
    Files.writeString(
        file,
        "profile: 1\nname: other\nurl: ws://127.0.0.1:2/ws?user={user}\n"
            + "policy: refuse-newcomer\nrefused: { status: [409] }\n");
    set("versus", file.toString());
    set("duration", "5s");
    List<String> all =
        assertThrows(IllegalArgumentException.class, this::versus).getMessage().lines().toList();
    assertEquals(2, all.size(), all.toString());
    assertTrue(
        all.get(0).startsWith("--duration: 5000 ms: expected at least 32000 ms, for 20 rounds"),
        all.get(0));
    assertTrue(
        all.get(1).startsWith("--versus: other: policy: refuse-newcomer: expected newest-wins"),
        all.get(1));
  }

  @Test
  void aSeedIsDrawnWhereNoneIsGiven() {
    Set<Long> seeds = Set.copyOf(IntStream.range(0, 5).mapToObj(i -> request().seed()).toList());
    assertTrue(seeds.size() > 1, seeds.toString());
  }

  @Test
  void everyPropertyIsTaken() {
    set("rate", "2.5");
    set("users", "7");
    set("warmup", "1.5s");
    set("duration", "2m");
    set("popularity", "zipf:0.5");
    set("gates", "eviction.p99 < 50 ms\n\n  \nerrors == 0");
    set("seed", "9007199254740993");
    set("replay", "./solewire load somewhere");
    set("set", "evicted.within=2s\nname=a=b\n");
    set("metrics-port", "0");
    set("source-addresses", "127.0.0.1");
    LoadRequest request = request();
    assertEquals(1, request.sources().count());
    assertEquals(OptionalInt.of(0), request.metricsPort());
    List<String> gates = List.of("eviction.p99 < 50 ms", "errors == 0");
    assertEquals(
        new LoadPlan("takeover", 2.5, 7, 1_500, 120_000, "zipf:0.5", gates), request.plan());
    assertEquals(9007199254740993L, request.seed(), "to its last digit");
    assertEquals("./solewire load somewhere", request.replay());
    assertEquals(Duration.ofSeconds(2), request.profile().evicted().within());
    assertEquals("a=b", request.profile().name());
    assertEquals(folder.resolve("a/b"), request.out());
  }

  @Test
  void everyMalformedPropertyIsNamedAtOnce() {
    set("rate", "fast");
    set("users", "1.5");
    set("warmup", "5");
    set("duration", "ten seconds");
    set("seed", "x");
    set("metrics-port", "65536");
    set("source-addresses", "localhost");
    set("set", "within");
    set("target", "");
    assertEquals(
        List.of(
            "solewire.rate: 'fast': expected a number",
            "solewire.users: '1.5': expected a whole number",
            "solewire.warmup: '5': expected a duration such as 10s",
            "solewire.duration: 'ten seconds': expected a duration such as 10s",
            "solewire.seed: 'x': expected a whole number",
            "solewire.metrics-port: '65536': expected 0 to 65535",
            "solewire.source-addresses: 'localhost' is no IP address: expected addresses of this"
                + " machine, such as 127.0.0.2",
            "solewire.set: 'within': expected key=value, such as evicted.within=2s",
            "solewire.target: expected a ws:// or wss:// URL with {user}, or a profile file"),
        problems());
  }

  @Test
  void whatIsWellFormedAndImpossibleIsNamedAtOnceAsWell() {
    set("rate", "0");
    set("users", "0");
    set("popularity", "pareto");
    List<String> begin = problems().stream().map(p -> p.substring(0, p.indexOf(':'))).toList();
    assertEquals(List.of("--rate", "--users", "--popularity"), begin);
  }

  @Test
  void moreUsersThanThereAreNumbersAreTooMany() {
    set("users", "5000000000");
    assertTrue(problems().get(0).startsWith("--users: 2147483647: expected at most "));
  }

  @Test
  void theProblemsOfAProfileAreNamedBesideThoseOfTheLoad() {
    set("rate", "fast");
    set("target", "ws://127.0.0.1:1/nobody");
    List<String> problems = problems();
    assertEquals("solewire.rate: 'fast': expected a number", problems.get(0));
    assertTrue(problems.get(1).contains("{user} in the URL"), problems.get(1));
  }

  @Test
  void aTargetThatIsNoUrlIsAProfileFileWhichMayUseThePort() throws IOException {
    Path file = folder.resolve("acme.yaml");
    Files.writeString(file, "profile: 1\nurl: ws://127.0.0.1:{port}/ws?user={user}\n");
    set("target", file.toString());
    set("port", "9123");
    Variables anna = Variables.NONE.with("user", "anna");
    assertEquals(
        "ws://127.0.0.1:9123/ws?user=anna", request().profile().endpoint().url().render(anna));
  }

  @Test
  void aProfileFileThatIsNotThereIsNamed() {
    set("target", folder.resolve("nowhere.yaml").toString());
    assertTrue(problems().get(0).contains("nowhere.yaml"), problems().toString());
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(folder.resolve("a"), "a file");
    IllegalStateException e = assertThrows(IllegalStateException.class, this::request);
    String begin = "solewire.out: " + folder.resolve("a/b") + ": cannot be made: ";
    assertTrue(e.getMessage().startsWith(begin), e.getMessage());
  }

  @Test
  void gatesAndSizesStandInLinesOrBetweenSemicolons() {
    properties.put("solewire.gates", "eviction.p99 < 5 ms; unevicted == 0\nrate > 3;");
    assertEquals(
        List.of("eviction.p99 < 5 ms", "unevicted == 0", "rate > 3"), request().plan().gates());
  }
}
