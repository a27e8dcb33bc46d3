package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.judge.Verdict;
import io.solewire.result.CaseResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a terminal or a pipe is told what is waited for; the clock is the test's. */
class TerminalTest {

  private static final String BACK = "\r\u001b[K";
  private static final CaseInfo SILENT =
      WaitingTest.named("G4.silent-and-alone", "a connection goes silent and nobody comes");

  private final StringWriter out = new StringWriter();
  private long now = 1_000_000_000L;

  @Test
  void aPipeIsToldAfterTenSecondsWithoutALine() {
    Terminal terminal = terminal(false, false);
    terminal.started(SILENT);
    pass(terminal, 9_999);
    assertSaid("");
    pass(terminal, 1);
    String words = "  1 of 2 still runs, 1 not begun, after %d s: G4.silent-and-alone %d s";
    String title = " (a connection goes silent and nobody comes)\n";
    assertSaid(words.formatted(10, 10) + title);
    pass(terminal, 9_999);
    assertSaid("");
    pass(terminal, 1);
    assertSaid(words.formatted(20, 20) + title);
  }

  @Test
  void aPipeIsNotToldIfThereWasALineInBetween() {
    Terminal terminal = terminal(false, false);
    terminal.started(SILENT);
    pass(terminal, 6_000);
    terminal.say("a line");
    pass(terminal, 6_000);
    assertSaid("a line\n");
  }

  @Test
  void aPipeIsNotToldWhenAllHaveEnded() {
    Terminal terminal = terminal(false, false);
    terminal.expect(1);
    terminal.started(SILENT);
    terminal.finished(passed(SILENT));
    out.getBuffer().setLength(0);
    pass(terminal, 60_000);
    assertSaid("");
  }

  @Test
  void aTerminalIsToldEverySecondInItsMovingLine() {
    Terminal terminal = terminal(true, false);
    terminal.started(SILENT);
    out.getBuffer().setLength(0);
    String words =
        "  1 of 2 still runs, 1 not begun, after %d s: G4.silent-and-alone %d s (a conn...";
    pass(terminal, 1_000);
    assertSaid(BACK + words.formatted(1, 1));
    pass(terminal, 1_000);
    assertSaid(BACK + words.formatted(2, 2));
  }

  @Test
  void aSearchIsSaidAtOnceAndWhileItLasts() {
    CaseInfo race = WaitingTest.named("D1.barrier", "a race");
    String words = "looking for the smallest schedule with which D1.barrier fails";
    Terminal pipe = terminal(false, false);
    pipe.reducing(race);
    assertSaid("  " + words + "\n");
    pass(pipe, 10_000);
    assertSaid("  still " + words + ", after 10 s of at most 60\n");
    Terminal live = terminal(true, false);
    live.reducing(race);
    String moving = BACK + "  smallest schedule of D1.barrier, after %d s of at most 60";
    assertSaid(BACK + "  " + words + "\n" + moving.formatted(0));
    pass(live, 31_000);
    assertSaid(moving.formatted(31));
  }

  @Test
  void quietSaysNothingOfTheKind() {
    for (boolean live : new boolean[] {true, false}) {
      Terminal terminal = terminal(live, true);
      terminal.started(SILENT);
      pass(terminal, 60_000);
      terminal.reducing(SILENT);
      pass(terminal, 60_000);
      assertSaid("");
    }
  }

  private Terminal terminal(boolean live, boolean quiet) {
    PrintWriter writer = new PrintWriter(out, true);
    Terminal terminal = new Terminal(writer, writer, live, quiet, () -> now);
    terminal.expect(2);
    terminal.watch().close(); // the test ticks
    return terminal;
  }

  private void pass(Terminal terminal, long millis) {
    now += Duration.ofMillis(millis).toNanos();
    terminal.tick();
  }

  private void assertSaid(String expected) {
    assertEquals(expected, out.toString().replace(System.lineSeparator(), "\n"));
    out.getBuffer().setLength(0);
  }

  private static CaseResult passed(CaseInfo info) {
    return CaseResult.bare(info.id(), "G4", null, info.title(), Verdict.PASS, 0, null);
  }
}
