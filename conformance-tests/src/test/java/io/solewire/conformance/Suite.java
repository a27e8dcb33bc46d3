package io.solewire.conformance;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.conformance.run.CaseInfo;
import io.solewire.conformance.run.ConformanceRun;
import io.solewire.conformance.run.RunListener;
import io.solewire.conformance.stage.Budget;
import io.solewire.conformance.stage.Control;
import io.solewire.history.Header;
import io.solewire.history.History;
import io.solewire.history.HistoryException;
import io.solewire.history.Redactor;
import io.solewire.history.RunClock;
import io.solewire.profile.Ports;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.Conclusion;
import io.solewire.server.ServerConfig;
import io.solewire.server.identity.Access;
import io.solewire.server.websocket.Liveness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the suite in a test, with deadlines that are scaled down so that a whole run takes seconds.
 */
final class Suite {

  /** T_force of the scaled profile; the server is started with the same. */
  static final Duration FORCE = Duration.ofSeconds(1);

  /** Later than T_force and its slack. */
  static final Duration TOO_LATE = Duration.ofMillis(3000);

  /** The same, and still seen by a case that waits somewhat longer. */
  static final Duration LATE = Duration.ofMillis(2000);

  /** When a silent peer is given up. */
  private static final Duration IDLE = Duration.ofSeconds(2);

  private static final long SEED = 4711;

  private Suite() {}

  /** The profile of a reference server on a loopback port. */
  static Profile profile(int port) throws ProfileException {
    return profile(port, Map.of());
  }

  /** The same, with more to it. */
  static Profile profile(int port, Map<String, String> more) throws ProfileException {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("quiet", "300ms");
    set.put("evicted.force", FORCE.toMillis() + "ms");
    set.put("evicted.codes", "[4409]");
    String messages = "http://127.0.0.1:" + port + "/users/{user}/messages";
    set.put("publish", "{http: {method: POST, url: '" + messages + "', body: '{message}'}}");
    set.putAll(more);
    return ProfileReader.forUrl("ws://127.0.0.1:" + port + "/ws?user={user}", set);
  }

  /** The profile of a server of which nothing is known but its URL. */
  static Profile plainProfile(int port) throws ProfileException {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("quiet", "300ms");
    set.put("evicted.force", FORCE.toMillis() + "ms");
    return ProfileReader.forUrl("ws://127.0.0.1:" + port + "/ws?user={user}", set);
  }

  /** What the reference server promises as one node; see {@link #everything}. */
  static Profile fullProfile(int port) throws ProfileException {
    return fullProfile("profile.yaml", port, Ports.of(Integer.toString(port)), Map.of());
  }

  /** The same as two nodes, with more to it, or with something else. */
  static Profile fullProfile(InJvm server, Map<String, String> more) throws ProfileException {
    return fullProfile("two-nodes.yaml", server.port(), server.ports(), more);
  }

  private static Profile fullProfile(String name, int port, Ports ports, Map<String, String> more)
      throws ProfileException {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("quiet", "300ms");
    set.put("evicted.force", FORCE.toMillis() + "ms");
    set.put("evicted.message", "'\"type\":\"superseded\"'");
    set.put("closes.idle.after", IDLE.toMillis() + "ms");
    set.put("sessions", sessions(port)); // gauges of this JVM count what other runs have open
    set.putAll(more);
    Path file = Path.of("targets/reference").resolve(name);
    return ProfileReader.read(file, set, ports.variables());
  }

  private static String sessions(int port) {
    String list = "http://127.0.0.1:" + port + "/tenants/{tenant}/users/{user}/connections";
    return "{list: '" + list + "', close: '" + list + "'}";
  }

  /** A server that does everything that {@link #fullProfile} promises. */
  static ServerConfig.Builder everything() {
    return ServerConfig.builder()
        .nodePorts(List.of(0))
        .force(FORCE)
        .access(new Access(true, Optional.empty(), Access.byToken("user")))
        .liveness(new Liveness(Optional.of(IDLE.dividedBy(4)), Optional.of(IDLE)));
  }

  static ConformanceRun.Outcome judge(Profile profile, Path folder, List<CaseInfo> cases)
      throws HistoryException {
    return judge(profile, folder, cases, Optional.empty());
  }

  static ConformanceRun.Outcome judge(
      Profile profile, Path folder, List<CaseInfo> cases, Optional<Control> control)
      throws HistoryException {
    return judge(profile, folder, cases, control, Budget.QUICK);
  }

  static ConformanceRun.Outcome judge(
      Profile profile, Path folder, List<CaseInfo> cases, Optional<Control> control, Budget budget)
      throws HistoryException {
    ConformanceRun.Settings settings =
        new ConformanceRun.Settings(budget, "t", control, Optional.empty(), false);
    return judge(profile, folder, cases, settings);
  }

  static ConformanceRun.Outcome judge(
      Profile profile, Path folder, List<CaseInfo> cases, ConformanceRun.Settings settings)
      throws HistoryException {
    Header header = Header.of(profile, SEED, null);
    try (History history = History.begin(folder, header, Redactor.NONE, RunClock.start())) {
      Conclusion conclusion = new Conclusion(profile, SEED, "./solewire conform");
      return new ConformanceRun(history, conclusion, settings, RunListener.NONE).execute(cases);
    }
  }

  static List<CaseInfo> all() {
    return Catalogue.cases();
  }
}
