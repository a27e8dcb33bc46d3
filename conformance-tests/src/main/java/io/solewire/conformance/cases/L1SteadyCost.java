package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import io.solewire.wire.WirePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** L1: the cost of a takeover does not grow with the number of takeovers. */
final class L1SteadyCost {

  /** What is there after so few takeovers is there to stay. */
  private static final int FIRST = 5;

  /** Nobody keeps the machine for longer, even for a trend. */
  private static final long TOO_LONG = Duration.ofSeconds(30).toNanos();

  /** So many do not answer their eviction, too. */
  private static final int UNANSWERED = 3;

  /** So many show a trend. */
  private static final int FEWEST = 56;

  @ConformanceCase(
      id = "L1.long-chain",
      title = "one user is taken over again and again, each time after the eviction before",
      needs = "policy without damper")
  void longChain(Stage stage) {
    String user = stage.newUser();
    int links = Math.max(FEWEST, stage.budget().pick(101, 10_001));
    stage.alone(
        () -> chain(stage, user, links, FEWEST, link -> link.fault(Faults.LONG_CHAIN, null)));
  }

  @ConformanceCase(
      id = "L1.sessions-return",
      title = "after many takeovers of one user the server lists and counts what it did before",
      needs = {"sessions", "policy without damper"},
      alone = true)
  void sessionsReturn(Stage stage) {
    String user = stage.newUser();
    List<Connection> links = new ArrayList<>();
    chain(stage, user, FIRST, FIRST, links::add);
    String before = stage.sessions(user);
    tell(links, before);
    chain(stage, user, stage.budget().pick(100, 1000), FIRST, links::add);
    links.addAll(unanswered(stage, user));
    tell(links, stage.look(() -> stage.sessions(user), before::equals, stage.profile().quiet()));
  }

  /** Takes over some who never echo their Close, until the server has cut them off. */
  private static List<Connection> unanswered(Stage stage, String user) {
    List<Connection> stubborn = new ArrayList<>();
    for (int i = 0; i < UNANSWERED; i++) {
      stubborn.add(stage.connect(user, WirePlan.PLAIN.withholdingClose()));
    }
    List<Connection> all = new ArrayList<>(stubborn);
    for (int i = 0; i < stage.profile().policy().max(); i++) {
      all.add(stage.connect(user));
    }
    stage.awaitAll(stubborn, Connection::isReleased, stage.limit());
    return all;
  }

  private static void tell(List<Connection> links, String seen) {
    Connection last = links.get(links.size() - 1);
    last.fault(Faults.SESSIONS, ("takeovers=" + links.size() + " " + seen).strip());
  }

  private static void chain(
      Stage stage, String user, int links, int fewest, Consumer<Connection> each) {
    Duration bound = stage.profile().evicted().forceWithSlack();
    long begin = System.nanoTime();
    long enough = begin + Duration.ofSeconds(stage.budget().bound(10, 120)).toNanos();
    long tooLong = begin + TOO_LONG;
    Connection before = null;
    for (int link = 0;
        link < links && goesOn(link < fewest ? Math.max(enough, tooLong) : enough);
        link++) {
      Connection newcomer = stage.connect(user);
      each.accept(newcomer);
      if (before != null) {
        before.awaitEvicted(bound);
        stage.release(before);
      }
      before = newcomer;
    }
  }

  private static boolean goesOn(long until) {
    return System.nanoTime() < until;
  }
}
