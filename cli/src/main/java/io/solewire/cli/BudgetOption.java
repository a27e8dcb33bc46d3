package io.solewire.cli;

import io.solewire.conformance.stage.Budget;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option of every command that runs cases. */
final class BudgetOption {

  @Option(
      names = "--budget",
      paramLabel = "HOW",
      description = "Of the cases: brief, quick or full.",
      defaultValue = "quick")
  private Budget budget;

  Budget asked() {
    return budget;
  }

  /** As it is typed, with a space in front; empty if it is the usual one. */
  String given() {
    return budget == Budget.QUICK ? "" : " --budget " + budget.name().toLowerCase(Locale.ROOT);
  }
}
