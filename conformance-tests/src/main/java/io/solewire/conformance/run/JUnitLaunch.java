package io.solewire.conformance.run;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Executes cases by the JUnit Platform Launcher, side by side. Stateless. */
final class JUnitLaunch {

  private static final int CASES_AT_ONCE = 32;

  private JUnitLaunch() {}

  static void execute(RunContext context, List<CaseInfo> cases) {
    int before = context.results().size();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    launcher().execute(request(context, cases), summary);
    int executed = context.results().size() - before;
    if (executed != cases.size() && !context.isInterrupted()) {
      String why =
          summary.getSummary().getFailures().stream()
              .map(failure -> ": " + failure.getException())
              .findFirst()
              .orElse("");
      throw new IllegalStateException(
          "JUnit executed " + executed + " of " + cases.size() + " cases" + why);
    }
  }

  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
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
