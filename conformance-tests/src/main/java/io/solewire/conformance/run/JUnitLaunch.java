package io.solewire.conformance.run;

import io.solewire.history.HistoryException;
import io.solewire.profile.Limits;
import io.solewire.result.CaseResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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
 * Executes cases by the JUnit Platform Launcher, side by side, on a thread of its own: the Launcher
 * waits for its cases without bound, and a case may be stuck in code that no interrupt reaches.
 * Stateless.
 */
final class JUnitLaunch {

  private static final int CASES_AT_ONCE = 32;

  /** As many connections as a case has at a time, but for those that take as many as there are. */
  private static final int CONNECTIONS_EACH = 40;

  private JUnitLaunch() {}

  private static final long LOOK_MILLIS = 50;

  /**
   * Executes them.
   *
   * @return why it did not come to its end, if it did not; then what is stuck is an error, and what
   *     was not begun is inconclusive
   * @throws HistoryException if what was not begun cannot be recorded
   */
  static Optional<String> execute(RunContext context, List<CaseInfo> cases)
      throws HistoryException {
    int before = context.results().size();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    FutureTask<Void> task =
        new FutureTask<>(() -> launcher().execute(request(context, cases), summary), null);
    Thread thread = new Thread(task, "solewire-launcher");
    thread.setDaemon(true);
    thread.start();
    boolean asked = false;
    Optional<String> stuck = Optional.empty();
    while (!isDone(task) && stuck.isEmpty()) {
      asked |= Thread.interrupted();
      if (asked && !context.isCut()) {
        context.interrupt();
      } else if (!context.isCut() && context.standsStill()) {
        context.cut();
      }
      stuck = context.isOverdue() ? Optional.of(giveUp(context, cases)) : stuck;
    }
    if (asked) {
      Thread.currentThread().interrupt();
    }
    if (stuck.isEmpty()) {
      check(context, cases.size(), context.results().size() - before, summary);
    }
    return stuck;
  }

  private static boolean isDone(FutureTask<Void> task) {
    try {
      task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("JUnit failed: " + e.getCause(), e.getCause());
    }
  }

  private static String giveUp(RunContext context, List<CaseInfo> cases) throws HistoryException {
    Set<CaseRun> stuck = context.unfinished();
    String names = String.join(", ", stuck.stream().map(CaseRun::id).sorted().toList());
    stuck.forEach(CaseRun::giveUp);
    String why = "the run was ended before all its cases had ended; stuck: " + names;
    if (context.isInterrupted()) {
      return why;
    }
    Set<String> ended = context.results().stream().map(CaseResult::id).collect(Collectors.toSet());
    for (CaseInfo info : cases) {
      if (!ended.contains(info.id())) {
        new CaseRun(context, info).leaveOut("not begun: " + why);
      }
    }
    return why;
  }

  private static void check(
      RunContext context, int wanted, int executed, SummaryGeneratingListener summary) {
    if (executed != wanted && !context.isCut()) {
      String why =
          summary.getSummary().getFailures().stream()
              .map(failure -> ": " + failure.getException())
              .findFirst()
              .orElse("");
      throw new IllegalStateException(
          "JUnit executed " + executed + " of " + wanted + " cases" + why);
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
        .configurationParameters(parallel(atOnce(context.profile().limits())))
        .configurationParameter(RunContext.PARAMETER, context.id())
        .build();
  }

  /** Fewer where the profile limits connections: a case that waits for a place holds others. */
  static int atOnce(Limits limits) {
    int most = limits.connections().orElse(Integer.MAX_VALUE);
    return Math.max(1, Math.min(CASES_AT_ONCE, most / CONNECTIONS_EACH));
  }

  private static Map<String, String> parallel(int atOnce) {
    return Map.of(
        "junit.jupiter.execution.parallel.enabled", "true",
        "junit.jupiter.execution.parallel.mode.default", "concurrent",
        "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
        "junit.jupiter.execution.parallel.config.strategy", "fixed",
        "junit.jupiter.execution.parallel.config.fixed.parallelism", "" + atOnce,
        "junit.jupiter.execution.parallel.config.fixed.max-pool-size", "" + atOnce,
        "junit.jupiter.execution.parallel.config.fixed.saturate", "true");
  }
}
