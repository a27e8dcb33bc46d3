package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.profile.Closes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** G2: when the peer of a silent incumbent dies at last, the newcomer is left alone. */
final class G2LateDeath {

  /**
   * How far a sweep reaches to either side of when an incumbent is given up; beyond as long as a
   * connect took, since within that the server began to count.
   */
  private static final long SWEEP = Duration.ofMillis(40).toNanos();

  /** So long before its instant a newcomer waits for it without giving the machine away. */
  private static final long NEAR = Duration.ofMillis(300).toNanos();

  private record Pair(Connection incumbent, Connection newcomer) {}

  @ConformanceCase(
      id = "G2.reset-of-silent-incumbent",
      title = "a silent incumbent is taken over; its TCP is reset at once, or when all is quiet")
  void resetOfSilentIncumbent(Stage stage) {
    List<Pair> pairs = new ArrayList<>();
    int half = stage.budget().pick(2, 10);
    for (int i = 0; i < 2 * half; i++) {
      String user = stage.newUser();
      Connection incumbent = stage.connect(user);
      silence(incumbent);
      pairs.add(new Pair(incumbent, stage.connect(user)));
    }
    pairs.subList(0, half).forEach(pair -> die(pair, "RST at once"));
    String idle = stage.profile().closes().idle().map(i -> waitedOut(stage, i, pairs)).orElse("");
    stage.quiet();
    pairs.subList(half, pairs.size()).forEach(pair -> die(pair, "RST" + idle));
    stage.pass(Duration.ofMillis(200));
    pairs.forEach(pair -> Afterwards.look(stage, pair.newcomer()));
  }

  @ConformanceCase(
      id = "G2.time-out-meets-newcomer",
      title = "newcomers ask from 40 ms before to 40 ms after their silent incumbents are given up",
      needs = "closes.idle of at most 60s",
      waits = true)
  void timeOutMeetsNewcomer(Stage stage) {
    Duration idle = stage.profile().closes().idle().orElseThrow().after();
    int count = Math.min(stage.budget().pick(9, 41), stage.room() / 4);
    Map<Connection, Long> silent = new LinkedHashMap<>();
    long slowest = 0;
    for (int i = 0; i < count; i++) {
      long asked = System.nanoTime();
      Connection incumbent = stage.connect(stage.newUser());
      silence(incumbent);
      silent.put(incumbent, asked);
      slowest = Math.max(slowest, System.nanoTime() - asked);
    }
    long reach = SWEEP + Math.min(slowest, idle.toNanos() / 4);
    List<Pair> pairs = new ArrayList<>();
    silent.forEach(
        (incumbent, asked) -> {
          long offset = 2 * reach * pairs.size() / count - reach;
          pairs.add(new Pair(incumbent, meet(stage, incumbent, asked + idle.toNanos(), offset)));
        });
    stage.quiet();
    pairs.forEach(pair -> pair.incumbent().wire().reset());
    stage.pass(Duration.ofMillis(200));
    pairs.forEach(pair -> Afterwards.look(stage, pair.newcomer()));
  }

  /** A newcomer that asks so long after its incumbent may be given up, or before. */
  private static Connection meet(Stage stage, Connection incumbent, long end, long offset) {
    long at = end + offset;
    stage.linger(Duration.ofNanos(Math.max(0, at - NEAR - System.nanoTime())));
    stage.pass(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
    long met = (System.nanoTime() - end) / 1_000_000;
    Connection newcomer = stage.connect(incumbent.user());
    incumbent.fault(Faults.LATE_DEATH, "its time-out, newcomer " + met + " ms later");
    return newcomer;
  }

  private static void silence(Connection incumbent) {
    incumbent.fault(Faults.SILENCE, null);
    incumbent.wire().silence();
  }

  private static void die(Pair pair, String how) {
    pair.incumbent().fault(Faults.LATE_DEATH, how);
    pair.incumbent().wire().reset();
  }

  /** Lets the incumbents' idle time-out pass, if that is not too long; newcomers stay busy. */
  private static String waitedOut(Stage stage, Closes.Idle idle, List<Pair> pairs) {
    if (idle.after().toSeconds() > stage.budget().bound(5, 300)) {
      return " when all is quiet";
    }
    List<Connection> newcomers = pairs.stream().map(Pair::newcomer).toList();
    for (int i = 0; i < 5; i++) {
      stage.awaitAll(newcomers, c -> !c.isOpen(), idle.after().dividedBy(4));
      newcomers.stream().filter(Connection::isOpen).forEach(Connection::probe);
    }
    return " after the idle time-out";
  }
}
