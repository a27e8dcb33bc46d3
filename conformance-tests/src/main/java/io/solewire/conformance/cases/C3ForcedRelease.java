package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.List;

/** C3: an evicted client that does not answer is released all the same. */
final class C3ForcedRelease {

  private static final Duration BETWEEN = Duration.ofMillis(100);

  @ConformanceCase(
      id = "C3.never-echoes",
      title = "the incumbent never echoes the Close",
      waits = true)
  void neverEchoes(Stage stage) {
    Connection incumbent = unechoed(stage);
    if (incumbent.isEvicted()) {
      stage.awaitAll(List.of(incumbent), Connection::isReleased, stage.limit());
    }
  }

  @ConformanceCase(
      id = "C3.sends-for-ever",
      title = "the incumbent never echoes the Close, and goes on sending",
      waits = true)
  void sendsForEver(Stage stage) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user, WirePlan.PLAIN.withholdingClose());
    incumbent.fault(Faults.GOES_ON, null);
    Meanwhile sending = Meanwhile.each(stage, BETWEEN, () -> sendIfOpen(incumbent));
    try {
      stage.connect(user);
      stage.awaitAll(List.of(incumbent), Connection::isEvicted, stage.limit());
      if (incumbent.isEvicted()) {
        stage.awaitAll(List.of(incumbent), Connection::isReleased, stage.limit());
      }
    } finally {
      sending.end();
    }
  }

  private static void sendIfOpen(Connection incumbent) {
    if (!incumbent.isReleased()) {
      incumbent.probe();
    }
  }

  /** One that has read its Close, or should have, and will not echo it. */
  private static Connection unechoed(Stage stage) {
    String user = stage.newUser();
    Connection incumbent = stage.connect(user, WirePlan.PLAIN.withholdingClose());
    stage.connect(user);
    stage.awaitAll(List.of(incumbent), Connection::isEvicted, stage.limit());
    return incumbent;
  }

  @ConformanceCase(
      id = "C3.suspended",
      title = "the incumbent neither reads nor says anything any more, as a suspended process",
      waits = true)
  void suspended(Stage stage) {
    Connection incumbent = stage.connect(stage.newUser(), WirePlan.PLAIN.withSmallWindow());
    incumbent.fault(Faults.SILENCE, null);
    incumbent.wire().silence();
    unread(stage, incumbent);
  }

  @ConformanceCase(
      id = "C3.never-reads",
      title = "the incumbent no longer reads what is sent",
      waits = true)
  void neverReads(Stage stage) {
    WirePlan plan = WirePlan.PLAIN.withSmallWindow().withholdingClose();
    unread(stage, stage.connect(stage.newUser(), plan));
  }

  private static void unread(Stage stage, Connection incumbent) {
    incumbent.fault(Faults.STOP_READING, null);
    incumbent.wire().stopReading();
    stage.connect(incumbent.user());
    stage.awaitAll(List.of(incumbent), Connection::isReleased, stage.limit());
    incumbent.fault(Faults.RESUME_READING, null);
    incumbent.wire().resumeReading();
    stage.awaitAll(List.of(incumbent), Connection::isReleased, Duration.ofMillis(500));
  }
}
