package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.solewire.history.Redactor;
import io.solewire.judge.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleaningTest {

  private static RunResult result(String text, Verdict verdict) {
    RunResult.TargetInfo target = new RunResult.TargetInfo("t", "ws://h/" + text, "d", text);
    return new RunResult(
        1,
        "solewire",
        1,
        Map.of("os", text),
        target,
        7,
        "now",
        1,
        false,
        verdict,
        0,
        null,
        List.of(),
        null,
        List.of("it said " + text));
  }

  @Test
  void aSecretIsInNoTextOfTheResult() {
    RunResult clean =
        Results.clean(result("hush-hush", Verdict.PASS), new Redactor(Set.of("hush-hush")));
    assertFalse(Results.toJson(clean).contains("hush-hush"), Results.toJson(clean));
    assertEquals(List.of("it said ***"), clean.problems());
  }

  @Test
  void aSecretThatIsTheWordOfAVerdictLeavesTheVerdict() {
    RunResult clean = Results.clean(result("pass", Verdict.PASS), new Redactor(Set.of("pass")));
    assertEquals(Verdict.PASS, clean.verdict());
    assertEquals("***", clean.target().replay());
  }
}
