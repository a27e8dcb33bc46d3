package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailuresReaderTest {

  private static final List<String> CASES =
      List.of("A1.two-in-turn", "D4.late-close-of-incumbent", "D4.late-death", "D1.race");

  @Test
  void readsCasesAndGlobsWithTheirReasonDateAndLine() throws Exception {
    KnownFailures known =
        read(
            """
            # what we know
            - case: D4.late-close-of-incumbent
              reason: " ticket 12 "
              until: 2027-01-31
            - { case: 'a*', reason: ticket 13, until: 2026-12-01 }
            """);
    KnownFailures.Entry first = known.find("D4.late-close-of-incumbent").orElseThrow();
    assertEquals("ticket 12", first.reason());
    assertEquals(LocalDate.of(2027, 1, 31), first.until());
    assertTrue(first.place().endsWith("test.yaml line 2"), first.place());
    assertEquals("ticket 13", known.find("A1.two-in-turn").orElseThrow().reason());
    assertTrue(known.find("D4.late-death").isEmpty());
    assertTrue(KnownFailures.NONE.find("D1.race").isEmpty());
  }

  @Test
  void reportsEveryProblemAtOnceWithItsLine() {
    String text =
        """
        - { case: D4.late-close-of-incumbant, reason: x, until: 2027-01-31 }
        - { case: D1.race, until: 31.01.2027, since: 3 }
        - { reason: '', until: 2027-02-30 }
        - D4
        - { case: Z*, reason: [x] }
        """;
    assertEquals(
        List.of(
            "test.yaml:1: 1.case is \"D4.late-close-of-incumbant\": expected a case of this release,"
                + " or a glob that matches one; did you mean D4.late-close-of-incumbent?",
            "test.yaml:2: 2.since: expected a known key (unknown key; known here: case, reason,"
                + " until)",
            "test.yaml:2: 2.reason: expected a reason, such as ticket 12",
            "test.yaml:2: 2.until is \"31.01.2027\": expected a date such as 2027-01-31, the last"
                + " day on which it may fail",
            "test.yaml:3: 3.case: expected a case of this release, or a glob that matches one",
            "test.yaml:3: 3.reason: expected a reason, such as ticket 12",
            "test.yaml:3: 3.until is \"2027-02-30\": expected a date such as 2027-01-31, the last"
                + " day on which it may fail",
            "test.yaml:4: 4 is \"D4\": expected a mapping (key: value)",
            "test.yaml:5: 5.case is \"Z*\": expected a case of this release, or a glob that matches"
                + " one",
            "test.yaml:5: 5.reason is \"[…]\": expected a text (in quotes if it begins with { or [)",
            "test.yaml:5: 5.until: expected a date such as 2027-01-31, the last day on which it may"
                + " fail"),
        problems(text));
  }

  @Test
  void reportsACaseThatIsListedTwiceOrByTwoGlobs() {
    String text =
        """
        - { case: D4, reason: x, until: 2027-01-31 }
        - { case: D1.race, reason: x, until: 2027-01-31 }
        - { case: D4.late-death, reason: x, until: 2027-01-31 }
        - { case: D1.race, reason: x, until: 2027-01-31, reason: y }
        """;
    assertEquals(
        List.of(
            "test.yaml:3: 3.case is \"D4.late-death\": expected each case only once; D4.late-death"
                + " is listed in line 1 too",
            "test.yaml:4: 4.reason: expected the key only once; it stands in line 4 too",
            "test.yaml:4: 4.case is \"D1.race\": expected each case only once; D1.race is listed in"
                + " line 2 too"),
        problems(text));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | test.yaml: expected a list of known failures, such as
          '# nothing'   | ; but the document is empty
          []            | test.yaml:1: expected a list of known failures, such as
          {case: D4}    | test.yaml:1: expected a list of known failures, such as
          D4            | test.yaml:1: expected a list of known failures, such as
          - [           | test.yaml:1: expected valid YAML
          """)
  void whatIsNoListIsSaidToBeNone(String text, String words) {
    String problem = problems(text).get(0);
    assertTrue(problem.contains(words), problem);
  }

  @Test
  void aFileThatIsNotThereOrTooLargeIsOneProblem() {
    Path nowhere = Path.of("nowhere.yaml");
    ProfileException e =
        assertThrows(ProfileException.class, () -> KnownFailuresReader.read(nowhere, CASES));
    assertEquals("nowhere.yaml: expected a file, but there is none of this name", e.getMessage());
    assertEquals(
        List.of("test.yaml: expected a list of known failures of at most 1 MiB"),
        problems("#".repeat((1 << 20) + 1)));
  }

  private static KnownFailures read(String text) throws ProfileException {
    return KnownFailuresReader.read(file(text), CASES);
  }

  private static List<String> problems(String text) {
    Path file = file(text);
    ProfileException e =
        assertThrows(ProfileException.class, () -> KnownFailuresReader.read(file, CASES));
    return e.problems().stream()
        .map(p -> p.toString().replace(file.toString(), "test.yaml"))
        .toList();
  }

  private static Path file(String text) {
    return Documents.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
