package io.solewire.conformance;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.Catalogue;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.run.RunListener;
import io.solewire.conformance.stage.Budget;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.Redactor;
import io.solewire.history.RunClock;
import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import io.solewire.server.ReferenceServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the suite in a test, against a reference server in the same process. */
final class Suite {

  private static final long SEED = 4711;

  private final Map<String, String> overrides;

  private Suite(Map<String, String> overrides) {
    this.overrides = overrides;
  }

  /** With these settings on top of what a URL alone gives. */
  static Suite with(Map<String, String> overrides) {
    return new Suite(overrides);
  }

  List<CaseResult> judge(ReferenceServer server, Path folder, List<CaseInfo> cases)
      throws ProfileException, HistoryException {
    String url = "ws://127.0.0.1:" + server.port() + "/ws?user={user}";
    Map<String, String> set = new java.util.LinkedHashMap<>(overrides);
    set.put(
        "publish",
        "{ http: { method: POST, url: 'http://127.0.0.1:"
            + server.port()
            + "/users/{user}/messages', body: '{message}' } }");
    Profile profile = ProfileReader.forUrl(url, set);
    Header header = new Header(1, 1, SEED, profile.name(), url, profile.digest(), "");
    try (History history = History.begin(folder, header, Redactor.NONE, RunClock.start())) {
      String replay = "./solewire conform " + url;
      Conclusion conclusion = new Conclusion(profile, SEED, replay, Trace.NEVER);
      ConformanceRun.Settings settings = new ConformanceRun.Settings(Budget.QUICK, "t");
      return new ConformanceRun(history, conclusion, settings, RunListener.NONE)
          .execute(cases)
          .cases();
    }
  }

  static List<CaseInfo> all() {
    return Catalogue.cases();
  }
}
