package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadFileReaderTest {

  @Test
  void readsEveryKeyAndWhereItStands() {
    LoadFile file =
        read(
            """
            # nightly
            simulation: contention
            users: 200
            rate: 100.5
            warmup: 0s
            duration: 1.5m
            popularity: zipf:0.8
            sizes: { at-once: 4 }
            gates:
              - eviction.p99 < 50 ms
              - "rate >= 0.9 * baseline"
            baseline: runs/nightly
            seed: 9007199254740993
            source-addresses: [127.0.0.1, 127.0.0.2]
            """);
    assertEquals(List.of(), file.problems());
    assertEquals(Optional.of("contention"), file.simulation());
    assertEquals(Optional.of(200), file.users());
    assertEquals(Optional.of(100.5), file.rate());
    assertEquals(Optional.of(Duration.ZERO), file.warmup());
    assertEquals(Optional.of(Duration.ofSeconds(90)), file.duration());
    assertEquals(Optional.of("zipf:0.8"), file.popularity());
    assertEquals(Map.of("at-once", "4"), file.sizes());
    assertEquals(List.of("eviction.p99 < 50 ms", "rate >= 0.9 * baseline"), file.gates());
    assertEquals(Optional.of(9_007_199_254_740_993L), file.seed());
    assertEquals(List.of("127.0.0.1", "127.0.0.2"), file.sources());
    assertTrue(file.baseline().orElseThrow().endsWith("runs/nightly"));
    assertTrue(file.baseline().orElseThrow().isAbsolute(), "it starts where the file stands");
    assertTrue(file.places().get("gates.2").endsWith("test.yaml:11"), file.places().toString());
  }

  @Test
  void saysNothingOfWhatItDoesNotSay() {
    LoadFile file = read("rate: 5");
    assertEquals(Optional.of(5.0), file.rate());
    assertEquals(Optional.empty(), file.simulation());
    assertEquals(Optional.empty(), file.baseline());
    assertEquals(List.of(), file.gates());
    assertEquals(Map.of(), file.sizes());
  }

  @Test
  void reportsEveryProblemAtOnceWithItsLine() {
    LoadFile file =
        read(
            """
            simulaton: storm
            users: 0
            users: many
            rate: -5
            warmup: -1s
            duration: 0s
            popularity: [zipf]
            sizes: 8
            gates: eviction.p99 < 5 ms
            baseline: ''
            seed: now
            """);
    assertEquals(
        List.of(
            "test.yaml:1: simulaton: expected a known key (unknown key, did you mean"
                + " `simulation`?)",
            "test.yaml:2: users is \"0\": expected a whole number from 1 to 999999999",
            "test.yaml:3: users: expected the key only once; it stands in line 2 too",
            "test.yaml:4: rate is \"-5\": expected newcomers per second, above 0, such as 500",
            "test.yaml:5: warmup is \"-1s\": expected 0s, or a duration above 0 and up to 1440m,"
                + " such as 500ms, 1.5s or 2m",
            "test.yaml:6: duration is \"0s\": expected a duration above 0 and up to 1440m, such as"
                + " 500ms, 1.5s or 2m",
            "test.yaml:7: popularity is \"[…]\": expected a text (in quotes if it begins with { or"
                + " [)",
            "test.yaml:8: sizes is \"8\": expected a mapping (key: value)",
            "test.yaml:9: gates is \"eviction.p99 < 5 ms\": expected a list",
            "test.yaml:10: baseline: expected the folder of an earlier run or its result.json",
            "test.yaml:11: seed is \"now\": expected a whole number of at most 18 digits"),
        problems(file));
    assertEquals(Optional.empty(), file.users());
  }

  @Test
  void keepsWhatIsRightBesideWhatIsWrong() {
    LoadFile half = read("users: 7\ngates: [rate > 5, {}]\nsizes: {to: 5, levels: [1]}\nrate:");
    assertEquals(
        List.of(
            "test.yaml:2: gates.2 is \"{}\": expected a text (in quotes if it begins with { or [)",
            "test.yaml:3: sizes.levels is \"[…]\": expected a text (in quotes if it begins with {"
                + " or [)",
            "test.yaml:4: rate: expected newcomers per second, above 0, such as 500"),
        problems(half));
    assertEquals(Optional.of(7), half.users());
    assertEquals(List.of("rate > 5"), half.gates());
    assertEquals(Map.of("to", "5"), half.sizes());
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''          | test.yaml: expected a load file: a mapping such as rate: 500, but the document is empty
          '# nothing' | test.yaml: expected a load file: a mapping such as rate: 500, but the document is empty
          []          | test.yaml:1: expected a load file: a mapping such as rate: 500
          500         | test.yaml:1: expected a load file: a mapping such as rate: 500
          'rate: ['   | test.yaml:1: expected valid YAML
          """)
  void whatIsNoLoadFileIsSaidToBeNone(String text, String words) {
    String problem = problems(read(text)).get(0);
    assertTrue(problem.startsWith(words), problem);
  }

  @Test
  void aFileThatIsMissingAFolderOrTooLargeIsOneProblem() throws Exception {
    assertEquals(
        List.of("nowhere.yaml: expected a file, but there is none of this name"),
        LoadFileReader.read(Path.of("nowhere.yaml")).problems());
    Path folder = Files.createTempDirectory("solewire");
    assertEquals(
        List.of(folder + ": expected a file, but this is a folder"),
        LoadFileReader.read(folder).problems());
    Files.delete(folder);
    assertEquals(
        List.of("test.yaml: expected a load file of at most 1 MiB"),
        problems(read("#".repeat((1 << 20) + 1))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>>",
      textBlock =
          """
          --rate: 0: expected more                    =>> test.yaml:1: rate: 0: expected more
          --rate 9 for 3 s is 27 newcomers            =>> test.yaml:1: rate 9 for 3 s is 27 newcomers
          --size at-once: '1': expected more          =>> test.yaml:2: sizes.at-once: '1': expected more
          --size other: none                          =>> --size other: none
          --gate: gate 'rate > 5': no                 =>> test.yaml:4: gates.1: gate 'rate > 5': no
          --gate: gates 'errors > 5' and 'rate > 5'   =>> test.yaml:4: gates.1: gates 'errors > 5' and 'rate > 5'
          --gate: gate 'violations == 0': no          =>> test.yaml:3: gates: gate 'violations == 0': no
          --users: 0: expected more                   =>> --users: 0: expected more
          --duration: 0 ms: expected more             =>> --duration: 0 ms: expected more
          policy: none: expected more                 =>> policy: none: expected more
          """)
  void saysOfItsLinesWhatIsSaidOfOptionsUnlessTheseWereGiven(String problem, String placed) {
    Path path = file("rate: 9\nsizes: { at-once: 1 }\ngates:\n  - rate > 5\nduration: 5s\n");
    String told = LoadFileReader.read(path).placed(problem, "duration"::equals);
    assertEquals(placed, told.replace(path.toString(), "test.yaml"));
  }

  private static LoadFile read(String text) {
    return LoadFileReader.read(file(text));
  }

  private static List<String> problems(LoadFile file) {
    return file.problems().stream()
        .map(p -> p.replaceFirst("^.*test\\.yaml", "test.yaml"))
        .toList();
  }

  private static Path file(String text) {
    return Documents.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
