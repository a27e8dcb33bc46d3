package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.result.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code conform --schedule}: for one race, with moves that can be made, in each of its rounds. */
@Isolated("what is late is not held against a server while this machine stands still")
class ScheduleOptionTest {

  private static final String RACE = "D1.last-byte-race";

  @TempDir private Path folder;

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"", "--only D1", "--only B1.idle-incumbent", "--only D*.barrier --only B1"})
  void withoutASingleRaceIsAUsageErrorThatListsTheRaces(String chosen) {
    List<String> line = new ArrayList<>(List.of("conform", "--schedule", "a1..a2 connect"));
    line.addAll(List.of(chosen.split(" ")));
    line.remove("");
    Ended ended = Cli.run(line.toArray(String[]::new)).with(ExitCode.USAGE);
    ended.saying("--schedule: expected --only with one of ");
    List<String> named = List.of(ended.err().split("[ ,\\n]+"));
    for (CaseInfo info : Catalogue.cases()) {
      assertTrue(named.contains(info.id()) == info.races(), info.id() + " in " + ended.err());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a1 dance         | expected moves such as "a1..a8 connect every 50us"
          dance            | expected moves such as
          a1..b2 connect   | expected connections of one user
          a1..a999 connect | expected at most 200 connections
          a1 close         | expected 1 to 200 connections
          a2 connect, a1 close | a1 close: expected "a1 there" too
          """)
  void thatCannotBePlayedIsAUsageErrorThatSaysWhatIsExpected(String moves, String words) {
    Cli.run("conform", "--only", RACE, "--schedule", moves)
        .with(ExitCode.USAGE)
        .saying("--schedule '" + moves + "': ")
        .saying(words);
  }

  @Test
  void isPlayedInTwentyRoundsAndNotReducedFurther() throws Exception {
    try (Target target = Target.with("two-winners")) {
      String[] what = {target.url(), "--only", RACE, "--schedule", "a1..a2 connect", "--seed", "7"};
      Ended ended = Cli.run(Cli.conform(folder, what)).with(ExitCode.BROKEN);
      assertTrue(
          ended.out().lines().anyMatch(l -> l.matches(".*seen \\d+ of 20\\b.*")), ended.out());
      ended.saying("seed     7");
      assertFalse(ended.out().contains("smallest schedule"), ended.out());
      ended.saying(" --schedule 'a1..a2 connect' --only " + RACE + " --seed 7\n");
    }
    String again = "./solewire conform .* --schedule 'a1..a2 connect' --only " + RACE + " --seed 7";
    for (String report : List.of("summary.md", "report.html")) {
      String text = Files.readString(folder.resolve(report)).replace("&#39;", "'");
      assertTrue(Pattern.compile(again).matcher(text).find(), report);
    }
  }
}
