package io.solewire.conformance.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a class as the build of a vendor does, and keeps how each test and container ended. */
final class Vendor implements TestExecutionListener {

  /** How something ended. */
  record Ended(String name, boolean test, Status status, String message) {}

  private final List<Ended> ended = new ArrayList<>();

  static Vendor runs(Class<?> type) {
    return runs(type, Map.of());
  }

  /** The same with settings of the vendor's own, as junit-platform.properties has them. */
  static Vendor runs(Class<?> type, Map<String, String> settings) {
    Vendor vendor = new Vendor();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(type))
            .enableImplicitConfigurationParameters(false)
            .configurationParameters(settings)
            .build();
    LauncherFactory.create().execute(request, vendor);
    return vendor;
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String message = result.getThrowable().map(Throwable::getMessage).orElse("");
    ended.add(new Ended(test.getDisplayName(), test.isTest(), result.getStatus(), message));
  }

  List<Ended> tests() {
    return ended.stream().filter(Ended::test).toList();
  }

  /** Everything that failed, be it a test or what holds tests. */
  List<Ended> failures() {
    return ended.stream().filter(e -> e.status() == Status.FAILED).toList();
  }

  Ended test(String beginning) {
    return only(tests().stream().filter(e -> e.name().startsWith(beginning)));
  }

  /** The one thing that failed. */
  Ended failure() {
    return only(failures().stream());
  }

  private Ended only(Stream<Ended> found) {
    List<Ended> all = found.toList();
    if (all.size() != 1) {
      throw new AssertionError("expected one, found " + all + " of " + ended);
    }
    return all.get(0);
  }
}
