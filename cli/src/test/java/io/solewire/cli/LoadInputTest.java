package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be mistyped of a load is told before anything is started, in one message. */
class LoadInputTest {

  private static final String URL = "ws://127.0.0.1:1/ws?user={user}";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rate       | 0          | --rate: 0: expected newcomers per second, above 0
          --rate       | -5         | --rate: -5: expected newcomers per second, above 0
          --rate       | NaN        | --rate: NaN: expected newcomers per second, above 0
          --rate       | 1e999      | --rate: Infinity: expected newcomers per second, above 0
          --rate       | abc        | '--rate': 'abc' is not a number
          --rate       | 2000000    | is 60,000,000 newcomers: expected at most 50,000,000
          --rate       | 0.01       | --rate 0.01 for 20000 ms is no newcomer at all
          --users      | 0          | --users: 0: expected at least 1
          --users      | -1         | --users: -1: expected at least 1
          --users      | many       | '--users': 'many' is not a whole number
          --users      | 9999999999 | '--users': '9999999999' is too large
          --users      | 2147483647 | --users: 2147483647: expected at most
          --duration   | 0s         | --duration: 0 ms: expected 1ms to 24h
          --duration   | 0          | --duration: 0 ms: expected 1ms to 24h
          --duration   | -1s        | '--duration': '-1s' is not a duration above 0
          --duration   | 0.0s       | '--duration': '0.0s' is not a duration above 0
          --duration   | soon       | '--duration': 'soon' is not a duration above 0
          --duration   | 5          | '--duration': '5' is not a duration above 0
          --duration   | 25h        | '--duration': '25h' is not a duration above 0 and up to 1440m
          --warmup     | -1s        | '--warmup': '-1s' is not a duration
          --simulation | nosuch     | --simulation: 'nosuch': expected one of takeover, contention
          --popularity | zipf:9     | 'zipf:9' is not uniform, zipf, or zipf:EXPONENT with 0 <
          --popularity | fair       | --popularity: 'fair' is not uniform
          --seed       | x          | '--seed': 'x' is not a whole number
          --size       | rounds=9   | --size rounds: takeover has none, expected none
          --versus     | nosuch     | --versus: 'nosuch': no such target
          --versus     | http://a/b | --versus: 'http://a/b': expected a ws:// or wss:// URL
          --simulation | versus     | --simulation: versus: expected ./solewire load --versus TARGET as well
          --gate       | x          | gate 'x': it has no operator: expected one of < <= > >= == !=
          --gate       | errors < 0 | gate 'errors < 0': it can never hold: expected something that a count,
          --gate       | rate > 5 s | gate 'rate > 5 s': rate is a rate per second and takes no unit
          """)
  void isAUsageError(String option, String value, String words) throws IOException {
    refused("load", URL, option, value).saying(words);
  }

  @Test
  void aWrongMetricIsShownTheOnesThatAre() throws Exception {
    refused("load", URL, "--gate", "evicton.p99 < 5 ms")
        .saying("--gate: gate 'evicton.p99 < 5 ms': 'evicton.p99' is no metric: expected one of ")
        .saying("takeovers, unevicted, violations, errors")
        .saying("(eviction|evictionFromPlan|")
        .saying("(count|p50|p90|p99|p99.9|max|mean)")
        .saying("; did you mean eviction.p99?");
  }

  @Test
  void aThresholdWithoutUnitIsShownTheUnits() throws Exception {
    refused("load", URL, "--gate", "eviction.p99 < 50")
        .saying("gate 'eviction.p99 < 50': eviction.p99 is a latency and the number has no unit")
        .saying("expected ns, us, µs, ms or s, such as 50 ms");
  }

  @Test
  void whatTakesNoTurnsOrTooShortOnesIsToldBesideTheRest() throws Exception {
    refused("load", URL, "--versus", "ws://acme.invalid/{user}", "--simulation", "storm")
        .saying("--versus: storm takes no turns: expected no --simulation, or versus")
        .saying("acme.invalid is neither this machine nor a private address");
    refused("load", URL, "--versus", URL, "--duration", "5s", "--size", "rounds=7")
        .saying("--duration: 5000 ms: expected at least 11200 ms, for 7 rounds of two slots");
    refused("load", URL, "--versus", URL, "--size", "rounds=4")
        .saying("--size rounds: '4': expected a whole number from 5 to 1000");
    refused("load", URL, "--versus", profile("policy: none"))
        .saying("--versus: target: policy: none: expected newest-wins");
  }

  @Test
  void gatesThatCannotBothHoldAreToldBoth() throws Exception {
    String[] gates = {"--gate", "eviction.p99 < 5 ms", "--gate", "eviction.p99 > 10 ms"};
    for (String command : List.of("load", "run")) {
      refused(command, URL, gates[0], gates[1], gates[2], gates[3])
          .saying("--gate: gates 'eviction.p99 < 5 ms' and 'eviction.p99 > 10 ms': no number can");
    }
  }

  @Test
  void everyProblemIsToldAtOnce() throws Exception {
    Ended ended =
        refused(
            "load",
            profile("policy: refuse-newcomer"),
            "--rate",
            "0",
            "--users",
            "0",
            "--duration",
            "0s",
            "--popularity",
            "fair",
            "--simulation",
            "nosuch",
            "--gate",
            "violation == 0",
            "--gate",
            "eviction.p99 < 1 sec");
    ended
        .saying("--rate: 0: ")
        .saying("--users: 0: ")
        .saying("--duration: 0 ms: ")
        .saying("--popularity: 'fair' ")
        .saying("--simulation: 'nosuch': ")
        .saying("gate 'violation == 0': 'violation' is no metric")
        .saying("did you mean violations?")
        .saying("gate 'eviction.p99 < 1 sec': 'sec' is no unit")
        .saying("policy: refuse-newcomer: expected newest-wins");
    assertEquals(8, ended.err().lines().count(), ended.err());
  }

  @Test
  void aPolicyWithoutTakeoversHasNothingToMeasure() throws Exception {
    refused("load", profile("policy: refuse-newcomer"))
        .saying("policy: refuse-newcomer: expected newest-wins, since takeovers are what is");
    refused("load", profile("policy: none")).saying("policy: none: expected newest-wins");
  }

  @Test
  void theLimitsOfTheProfileAreKept() throws Exception {
    String limited = profile("limits: { connections: 100, connects-per-second: 20 }");
    refused("load", limited, "--users", "95", "--rate", "20.5")
        .saying("--users: 95: expected at most 94, since limits.connections is 100")
        .saying("--rate: 20.5: expected at most 20, since limits.connects-per-second is that");
    refused("run", limited, "--users", "95")
        .saying("--users: 95: expected at most 94, since limits.connections is 100");
  }

  @Test
  void aRunRefusesALoadThatCannotBeTried() throws Exception {
    refused("run", URL, "--rate", "0", "--gate", "x")
        .saying("--rate: 0: expected newcomers per second, above 0")
        .saying("gate 'x': it has no operator");
  }

  private String profile(String line) throws IOException {
    Path file = folder.resolve("target.yaml");
    Files.writeString(file, "profile: 1\nurl: " + URL + "\n" + line + "\n");
    return file.toString();
  }

  /** Nothing is made for a load that is refused. */
  private Ended refused(String... args) throws IOException {
    Path out = folder.resolve("out");
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--out", out.toString()));
    Ended ended = Cli.run(all.toArray(String[]::new)).with(ExitCode.USAGE);
    try (Stream<Path> made = Files.list(folder)) {
      assertEquals(List.of(), made.filter(out::equals).toList());
    }
    assertEquals("", ended.out());
    return ended;
  }
}
