package io.solewire.conformance.run;

import io.solewire.conformance.stage.Budget;
import io.solewire.conformance.stage.Gate;
import io.solewire.conformance.stage.Stage;
import io.solewire.conformance.stage.Users;
import io.solewire.history.History;
import io.solewire.profile.Profile;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs cases against a target through the JUnit Platform Launcher, side by side on fresh users.
 * Immutable; every run is independent.
 *
 * @param profile what the target promises
 * @param history where everything is recorded
 * @param conclusion how cases are concluded; carries the seed
 * @param budget how thorough to be
 * @param run distinguishes the users of this run from those of earlier runs
 */
public record ConformanceRun(
    Profile profile, History history, Conclusion conclusion, Budget budget, String run) {

  private static final int CASES_AT_ONCE = 32;

  /**
   * Runs the cases.
   *
   * @param cases which
   * @param listener is told how it goes on
   * @return one result for each case, in the order of their ids
   * @throws IllegalStateException if JUnit executed another number of cases than was asked for
   */
  public List<CaseResult> execute(List<CaseInfo> cases, RunListener listener) {
    Stage.Shared shared =
        new Stage.Shared(new Users(profile, run), new Gate(profile.limits()), budget);
    try (RunContext context = new RunContext(profile, history, shared, conclusion, listener)) {
      SummaryGeneratingListener summary = new SummaryGeneratingListener();
      launcher().execute(request(context, cases), summary);
      if (context.results().size() != cases.size()) {
        throw new IllegalStateException(
            "executed " + context.results().size() + " cases of " + cases.size() + why(summary));
      }
      return context.results().stream().sorted(Comparator.comparing(CaseResult::id)).toList();
    }
  }

  private static String why(SummaryGeneratingListener summary) {
    return summary.getSummary().getFailures().stream()
        .map(f -> f.getException().toString())
        .filter(Objects::nonNull)
        .findFirst()
        .map(text -> ": " + text)
        .orElse("");
  }

  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(true)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());
  }

  private static LauncherDiscoveryRequest request(RunContext context, List<CaseInfo> cases) {
    List<? extends DiscoverySelector> selectors =
        cases.stream()
            .map(c -> DiscoverySelectors.selectMethod(c.method().getDeclaringClass(), c.method()))
            .toList();
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectors)
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .enableImplicitConfigurationParameters(false)
        .configurationParameters(parallel())
        .configurationParameter(RunContext.PARAMETER, context.id())
        .build();
  }

  private static Map<String, String> parallel() {
    return Map.of(
        "junit.jupiter.execution.parallel.enabled", "true",
        "junit.jupiter.execution.parallel.mode.default", "concurrent",
        "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
        "junit.jupiter.execution.parallel.config.strategy", "fixed",
        "junit.jupiter.execution.parallel.config.fixed.parallelism", "" + CASES_AT_ONCE,
        "junit.jupiter.execution.parallel.config.fixed.max-pool-size", "" + CASES_AT_ONCE,
        "junit.jupiter.execution.parallel.config.fixed.saturate", "true");
  }
}
