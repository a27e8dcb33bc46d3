package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the path of the report can be clicked. */
class LinkTest {

  private static final Path REPORT = Path.of("runs", "a b", "report.html");

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "VTE_VERSION,7006",
    "KONSOLE_VERSION,220401",
    "TERM_PROGRAM,vscode",
    "WT_SESSION,1",
    "TERM,xterm-kitty"
  })
  void aTerminalThatIsKnownToShowLinksGetsOne(String key, String value) {
    Map<String, String> environment =
        key.equals("TERM") ? Map.of(key, value) : Map.of("TERM", "xterm-256color", key, value);
    String uri = REPORT.toAbsolutePath().toUri().toString();
    String link = "\u001b]8;;" + uri + "\u001b\\runs/a b/report.html\u001b]8;;\u001b\\";
    assertEquals(link, Link.to(REPORT, true, environment));
    assertEquals("runs/a b/report.html", Link.to(REPORT, false, environment));
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "VTE_VERSION,4602",
    "VTE_VERSION,new",
    "TERM_PROGRAM,Apple_Terminal",
    "TMUX,/tmp/tmux",
    "SSH_CONNECTION,10.0.0.1 1 10.0.0.2 22"
  })
  void everyOtherGetsThePathAlone(String key, String value) {
    boolean known = key.equals("TMUX") || key.startsWith("SSH");
    Map<String, String> environment =
        known
            ? Map.of("TERM", "xterm", "WT_SESSION", "1", key, value)
            : Map.of("TERM", "xterm", key, value);
    assertEquals("runs/a b/report.html", Link.to(REPORT, true, environment));
  }

  @Test
  void withoutAnyTerminalItIsThePath() {
    assertEquals("runs/a b/report.html", Link.to(REPORT, true, Map.of()));
    assertEquals("runs/a b/report.html", Link.to(REPORT, true, Map.of("TERM", "dumb")));
  }
}
