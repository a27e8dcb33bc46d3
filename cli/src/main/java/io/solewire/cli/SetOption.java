package io.solewire.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is overridden of a profile that is read; a stored history has been judged by its own. */
final class SetOption {

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key, such as evicted.within=2s.")
  private List<String> set = new ArrayList<>();

  /** As they were typed. */
  List<String> given() {
    return set;
  }

  Map<String, String> pairs() {
    return Arguments.pairs(set);
  }
}
