package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.judge.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunVerdictTest {

  @ParameterizedTest(name = "{0} ({1}) gives {2} and {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          pass,                        -,                       pass,         0
          pass not-applicable,         -,                       pass,         0
          pass warn,                   -,                       warn,         0
          pass warn,                   strict,                  fail,         1
          pass fail,                   -,                       fail,         1
          fail error,                  lost interrupted,        fail,         1
          error pass,                  lost,                    error,        4
          pass,                        lost,                    inconclusive, 4
          pass,                        lost interrupted,        inconclusive, 4
          inconclusive,                lost,                    inconclusive, 4
          pass error inconclusive,     interrupted,             error,        70
          pass inconclusive,           -,                       inconclusive, 3
          pass inconclusive,           interrupted,             inconclusive, 130
          warn inconclusive,           -,                       inconclusive, 3
          pass,                        interrupted,             inconclusive, 130
          warn,                        interrupted,             inconclusive, 130
          -,                           -,                       inconclusive, 3
          not-applicable,              -,                       inconclusive, 3
          not-applicable,              lost,                    inconclusive, 4
          pass known-fail,             -,                       pass,         0
          known-fail,                  -,                       pass,         0
          known-fail fail,             -,                       fail,         1
          known-pass,                  -,                       fail,         1
          known-warn,                  strict,                  pass,         0
          known-warn,                  -,                       warn,         0
          known-inconclusive,          -,                       inconclusive, 3
          known-error,                 -,                       error,        70
          pass known-not-applicable,   -,                       pass,         0
          expired-fail pass,           -,                       fail,         1
          expired-warn,                -,                       fail,         1
          expired-pass,                -,                       fail,         1
          expired-inconclusive,        -,                       inconclusive, 3
          expired-not-applicable pass, -,                       pass,         0
          """)
  void followsTheTableOfExitCodes(String verdicts, String around, String verdict, int exit) {
    List<CaseResult> cases =
        verdicts == null ? List.of() : Stream.of(verdicts.split(" ")).map(this::of).toList();
    List<String> facts = around == null ? List.of() : Arrays.asList(around.split(" "));
    RunVerdict run =
        RunVerdict.of(
            cases,
            Optional.empty(),
            new RunVerdict.Circumstances(
                facts.contains("strict"),
                facts.contains("lost"),
                facts.contains("interrupted"),
                "2026-11-23T23:59:59Z"));
    assertEquals(verdict, run.verdict().text());
    assertEquals(exit, run.exitCode().number());
  }

  /** {@code Verdict} is read by its name in result.json. */
  private static Verdict verdict(String text) {
    return Verdict.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private CaseResult of(String text) {
    CaseResult.Known why = null;
    String plain = text;
    if (text.startsWith("known-") || text.startsWith("expired-")) {
      String until = text.startsWith("known-") ? "2026-11-23" : "2026-11-22";
      why = new CaseResult.Known("ticket 12", until, "known.yaml line 3");
      plain = text.substring(text.indexOf('-') + 1);
    }
    Verdict verdict = verdict(plain);
    return new CaseResult(
        "A1.x", "A1", null, "", verdict, null, null, null, null, why, 0, null, List.of(), null,
        null, null, null);
  }

  @Test
  void orderOfTheExitCodesIsTheirPrecedence() {
    assertEquals(
        List.of(2, 1, 4, 70, 130, 3, 0),
        Stream.of(ExitCode.values()).map(ExitCode::number).toList());
  }
}
