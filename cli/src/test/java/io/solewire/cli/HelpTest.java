package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @ParameterizedTest(name = "solewire {0}")
  @ValueSource(
      strings = {
        "",
        "run",
        "conform",
        "load",
        "check",
        "report",
        "gallery",
        "serve",
        "rules",
        "profile",
        "profile check",
        "help"
      })
  void fitsAScreenOf80By24(String command) {
    String text = Cli.run((command + " --help").strip().split(" ")).with(ExitCode.OK).out();
    assertTrue(text.lines().count() < 24, text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    assertFalse(text.contains("null") || text.contains("${"), text);
  }
}
