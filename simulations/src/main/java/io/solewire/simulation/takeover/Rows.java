package io.solewire.simulation.takeover;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.load.LoadPlan;
import io.solewire.simulation.gatling.VirtualUser;
import io.solewire.simulation.metrics.LoadCounters;
import java.util.Locale;

/**
 * What a user writes into Gatling's report, in whole milliseconds, and counts for whoever looks on.
 * Not thread-safe.
 */
final class Rows {

  private static final String CONNECT = "connect";
  private static final String EVICT = "evict";
  private static final String WARM_UP = " (warm-up)";
  private static final String REFERENCE = " (reference)";

  private final Load load;
  private final VirtualUser virtual;

  Rows(Load load, VirtualUser virtual) {
    this.load = load;
    this.virtual = virtual;
  }

  void connected(Attempt newcomer) {
    Trace trace = newcomer.trace();
    if (newcomer.coming().isPlanned()) {
      counters().admitted(isMeasured(newcomer));
    }
    log(name(CONNECT, newcomer), trace.requested(), trace.admitted(), "", "");
  }

  void failed(Attempt newcomer) {
    Trace trace = newcomer.trace();
    if (newcomer.coming().isPlanned() && trace.evicted() == NEVER) {
      counters().error(isMeasured(newcomer));
    }
    long now = load.clock().nanos();
    long due = newcomer.coming().isPlanned() ? newcomer.coming().due() : now;
    long from = trace.requested() == NEVER ? due : trace.requested();
    String why = trace.evicted() == NEVER ? load.health().problem(trace) : "ended by another one";
    log(name(CONNECT, newcomer), from, now, "", why);
  }

  void evicted(Attempt old) {
    Trace trace = old.trace();
    long from = old.successor().trace().requested();
    counters().evicted(isMeasured(old.successor()), trace.evicted() - from);
    old.successor()
        .coming()
        .flight()
        .done(trace.user(), old.successor().trace().conn(), trace.conn(), trace.evicted() - from);
    log(name(EVICT, old.successor()), from, trace.evicted(), code(trace), "");
  }

  void notEvicted(Attempt old) {
    long from = old.successor().trace().requested();
    counters().unevicted(isMeasured(old.successor()));
    String why =
        String.format(
            Locale.ROOT,
            "not evicted within %d ms",
            load.profile().evicted().forceWithSlack().toMillis());
    log(name(EVICT, old.successor()), from, load.clock().nanos(), "", why);
  }

  void unprovoked(Attempt one) {
    Trace trace = one.trace();
    String why = "ended by " + trace.ending().by() + " though nobody came after it";
    log(name(EVICT, one), trace.admitted(), trace.evicted(), code(trace), why);
  }

  private static String code(Trace trace) {
    Integer code = trace.ending().close().code();
    return code == null ? trace.ending().by() : code.toString();
  }

  private String name(String what, Attempt newcomer) {
    if (!newcomer.coming().isPlanned()) {
      return "populate";
    }
    String whose = load.isReference() ? what + REFERENCE : what;
    return isMeasured(newcomer) ? whose : whose + WARM_UP;
  }

  private static boolean isMeasured(Attempt newcomer) {
    return newcomer.coming().phase().equals(LoadPlan.MEASURED);
  }

  private LoadCounters counters() {
    return load.health().counters();
  }

  private void log(String name, long from, long to, String code, String problem) {
    virtual.log(
        new VirtualUser.Row(name, load.epochMillis(from), load.epochMillis(to), code, problem));
  }
}
