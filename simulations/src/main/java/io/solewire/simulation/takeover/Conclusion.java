package io.solewire.simulation.takeover;

import io.solewire.history.Detail;
import io.solewire.history.Event;
import io.solewire.history.EventKind;
import io.solewire.history.Redactor;
import io.solewire.history.Trace;
import io.solewire.judge.Verdict;
import io.solewire.load.Rivals;
import io.solewire.load.Signs;
import io.solewire.result.GateWords;
import io.solewire.result.LoadOutcome;
import io.solewire.result.LoadResult;
import io.solewire.result.LoadVerdict;
import io.solewire.result.Results;
import io.solewire.result.Versus;
import io.solewire.result.VersusWords;
import io.solewire.simulation.gatling.VirtualUser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The end of a load: everything is written and judged, and each gate gets a row in Gatling's
 * report, so that its assertions fail where ours do. Stateless.
 */
final class Conclusion {

  /** The row of all rules together. */
  static final String RULES = "rules kept";

  /** The row that says whether the numbers prove anything. */
  static final String PROVEN = "measured";

  /** The row that says whether the target is no worse than the reference. */
  static final String COMPARED = "compared";

  private static final String GATE = "gate: ";

  private static final String LOST =
      " events were lost, as judging them could not keep up: lower --rate, or give the generator"
          + " more processors";

  private Conclusion() {}

  static String row(String gate) {
    return GATE + gate;
  }

  /**
   * Concludes loads that began together.
   *
   * @param loads of the target, and of what it is compared with if it is
   * @param virtual writes the rows; nobody if Gatling's report is closed
   */
  static void write(List<Load> loads, Optional<VirtualUser> virtual) {
    List<LoadResult.Generator> generators = loads.stream().map(Conclusion::end).toList();
    Load reference = loads.size() > 1 ? loads.get(1) : null;
    Versus versus = null;
    if (reference != null) {
      LoadOutcome its = outcome(reference, generators.get(1), null);
      store(reference, its);
      versus = Rivals.compared(reference.profile(), its, reference.judge(), loads.get(0).judge());
    }
    LoadOutcome outcome = outcome(loads.get(0), generators.get(0), versus);
    store(loads.get(0), outcome);
    virtual.ifPresent(writer -> rows(loads.get(0), reference, outcome, writer));
  }

  /** Nothing comes any more: the history is whole, and its judge has seen all of it. */
  private static LoadResult.Generator end(Load load) {
    load.life().lost().ifPresent(why -> load.health().doubt("the target is not there: " + why));
    if (load.life().isInterrupted()) {
      load.health().doubt("the load was interrupted");
    }
    load.over();
    LoadResult.Generator generator = load.health().generator();
    load.scribe()
        .take(
            new Event(
                load.clock().nanos(),
                load.segment(),
                "",
                "",
                EventKind.CASE_END,
                Detail.named(
                    Signs.name(load.life().lost().isPresent(), load.life().isInterrupted()),
                    Signs.text(generator))));
    load.scribe().close();
    if (load.scribe().lost() == 0) {
      return generator;
    }
    load.health().doubt(load.scribe().lost() + LOST);
    return load.health().generator();
  }

  private static LoadOutcome outcome(Load load, LoadResult.Generator generator, Versus versus) {
    Optional<String> lost = load.life().lost();
    boolean whole = lost.isEmpty() && load.scribe().lost() == 0;
    long until = whole ? Trace.NEVER : Signs.trusted(load.judge());
    LoadResult result = load.judge().conclude(generator, until, versus);
    return new LoadOutcome(
        result,
        lost.orElse(null),
        load.life().isInterrupted(),
        load.scribe().problem().orElse(null));
  }

  private static void store(Load load, LoadOutcome outcome) {
    try {
      long origin = load.life().origin();
      long begin = load.epochMillis(origin == Trace.NEVER ? load.clock().nanos() : origin);
      load.judge().log().write(load.out(), begin, load.plan());
      Results.write(load.out().resolve(LoadOutcome.FILE), outcome);
    } catch (IOException e) {
      throw new IllegalStateException("the result of the load cannot be written: " + e, e);
    }
  }

  private static void rows(Load load, Load reference, LoadOutcome outcome, VirtualUser virtual) {
    LoadResult result = outcome.load();
    long now = load.epochMillis(load.clock().nanos());
    for (LoadResult.GateResult gate : result.gates()) {
      String problem = gate.verdict() == Verdict.PASS ? "" : GateWords.value(gate);
      row(virtual, row(gate.expression()), now, problem);
    }
    String broken =
        LoadVerdict.broken(result).stream()
            .filter(f -> f.verdict() == Verdict.FAIL)
            .map(f -> f.rule() + " broken " + f.bad() + " times: " + f.actual())
            .findFirst()
            .orElse("");
    row(virtual, RULES, now, broken);
    String unproven =
        Optional.ofNullable(outcome.target())
            .or(() -> Optional.ofNullable(outcome.unrecorded()))
            .or(() -> LoadVerdict.unproven(result))
            .orElse(outcome.interrupted() ? "interrupted" : "");
    row(virtual, PROVEN, now, unproven);
    if (reference != null) {
      Redactor redactor = new Redactor(reference.profile().secrets());
      row(virtual, COMPARED, now, redactor.clean(worse(result.versus())));
    }
  }

  private static String worse(Versus versus) {
    boolean fine =
        versus.verdict() == Versus.Verdict.NO_DIFFERENCE
            || versus.verdict() == Versus.Verdict.IMPROVEMENT;
    return fine ? "" : VersusWords.headline(versus);
  }

  private static void row(VirtualUser virtual, String name, long now, String problem) {
    virtual.log(
        new VirtualUser.Row(name, now, now + TimeUnit.MILLISECONDS.toMillis(1), "", problem));
  }
}
