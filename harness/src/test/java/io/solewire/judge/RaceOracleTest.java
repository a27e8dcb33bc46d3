package io.solewire.judge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.history.Detail;
import io.solewire.history.EventKind;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The safe oracle of races against one that tries every order in which a server may have decided:
 * it accuses only where no order explains what was seen, and where everything was seen it accuses
 * wherever none does.
 */
class RaceOracleTest {

  private static final int HISTORIES = 4_000;

  /** Every deadline has passed, and probes have had time. */
  private static final double END = 20_000;

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "newest-wins, 1",
    "newest-wins, 2",
    "newest-wins, 3",
    "refuse-newcomer, 1",
    "refuse-newcomer, 2"
  })
  void accusesOnlyWhatNoOrderExplainsAndAllOfThatIfItWasSeen(String policy, int max) {
    Profile profile = Small.profile(Map.of("policy", policy, "max", "" + max));
    Map<Verdict, Integer> told = new EnumMap<>(Verdict.class);
    for (int seed = 0; seed < HISTORIES; seed++) {
      List<Racer> racers = racers(new Random(seed));
      Small history = history(racers);
      List<Finding> findings =
          Judges.judge(profile, List.of(history.end(END))).stream()
              .filter(f -> f.rule().equals("D1"))
              .toList();
      boolean newest = policy.startsWith("newest");
      boolean explained = new Orders(max, newest, false, racers).explain();
      Verdict verdict = findings.isEmpty() ? Verdict.NOT_APPLICABLE : findings.get(0).verdict();
      told.merge(verdict, 1, Integer::sum);
      String where = "seed " + seed + ": " + findings + racers + history;
      if (verdict == Verdict.FAIL) {
        boolean strictly = new Orders(max, newest, true, racers).explain();
        assertFalse(strictly, "accused, though there is an order that explains " + where);
      }
      boolean alone = racers.stream().noneMatch(r -> r.fate() == Fate.AFTERWARDS);
      if (verdict == Verdict.PASS && alone) {
        assertTrue(explained, "passed, though no order explains " + where);
      }
      boolean seen = alone && racers.stream().allMatch(r -> Fate.SEEN.contains(r.fate()));
      if (seen && !explained && !findings.isEmpty()) {
        assertTrue(verdict == Verdict.FAIL, "not accused, though no order explains " + where);
      }
    }
    Set<Verdict> all = Set.of(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE);
    assertTrue(told.keySet().containsAll(all), "all verdicts are told: " + told);
  }

  /** What becomes of a racer. */
  enum Fate {
    /** Answers when every deadline has passed. */
    ALIVE,
    /** Answers soon after the race, and is not asked again. */
    ALIVE_EARLY,
    EVICTED,
    /** Is open, and does not answer. */
    SILENT,
    /** Is open, and was not asked. */
    UNASKED,
    /** Is admitted and then closed because the server is busy. */
    BUSY,
    /** Is told that it is evicted before it is told that it is admitted. */
    TOLD_BEFORE,
    /** Asked, and nothing came back. */
    UNRESOLVED,
    /** Is no racer: comes when the race is over. */
    AFTERWARDS;

    static final Set<Fate> SEEN = EnumSet.of(ALIVE, EVICTED, SILENT);
    static final Set<Fate> DEAD = EnumSet.of(EVICTED, SILENT, BUSY, TOLD_BEFORE);
    static final Set<Fate> UNADMITTED = EnumSet.of(TOLD_BEFORE, UNRESOLVED);
  }

  record Racer(String conn, double asked, double admitted, Fate fate) {}

  private static List<Racer> racers(Random random) {
    List<Racer> racers = new ArrayList<>();
    int size = 2 + random.nextInt(3);
    boolean plain = random.nextInt(2) == 0;
    for (int i = 0; i < size; i++) {
      double asked = random.nextInt(8);
      Fate fate =
          plain
              ? random.nextInt(3) == 0 ? Fate.ALIVE : Fate.EVICTED
              : Fate.values()[random.nextInt(Fate.values().length - 1)];
      racers.add(new Racer("c" + i, asked, asked + 1 + random.nextInt(6), fate));
    }
    if (random.nextInt(3) == 0) {
      racers.add(new Racer("x", 30, 31, Fate.AFTERWARDS));
    }
    return racers;
  }

  private static Small history(List<Racer> racers) {
    Small history = new Small();
    for (Racer racer : racers) {
      String conn = racer.conn();
      history.asks(racer.asked(), conn);
      if (racer.fate() == Fate.AFTERWARDS) {
        history.at(racer.admitted(), conn, EventKind.ADMITTED);
        continue;
      }
      history.at(racer.asked(), conn, EventKind.FAULT, Detail.named(Faults.RACE, ""));
      if (!Fate.UNADMITTED.contains(racer.fate())) {
        history.at(racer.admitted(), conn, EventKind.ADMITTED);
      }
      switch (racer.fate()) {
        case ALIVE -> history.probed(8_000, 8_001, conn);
        case ALIVE_EARLY -> history.probed(20, 21, conn);
        case EVICTED -> history.closed(60, conn, 4409);
        case SILENT -> history.probed(8_000, -1, conn);
        case BUSY -> history.closed(racer.admitted() + 0.5, conn, 1013);
        case TOLD_BEFORE -> history.closed(racer.admitted(), conn, 4409);
        default -> {
          // nothing more is seen
        }
      }
    }
    return history;
  }

  /**
   * All orders in which a server may have decided.
   *
   * @param honest true if who was told that it is evicted had been let in, and another one had
   *     asked before that; else it may have been refused in these words
   */
  private record Orders(int max, boolean newestWins, boolean honest, List<Racer> racers) {

    boolean explain() {
      return explain(new ArrayList<>(), new ArrayList<>(racers));
    }

    /** Whether what is open leads to what was seen, with the others still to be decided on. */
    private boolean explain(List<Racer> open, List<Racer> waiting) {
      if (isSeen(open) && waiting.stream().allMatch(this::isOptional)) {
        return true;
      }
      for (Racer busy : open.stream().filter(r -> r.fate() == Fate.BUSY).toList()) {
        if (explain(without(open, busy), waiting)) {
          return true;
        }
      }
      for (Racer next : waiting) {
        boolean mayBe = !newestWins || waiting.stream().noneMatch(r -> isBefore(r, next));
        if (mayBe) {
          List<Racer> then = new ArrayList<>(open);
          then.add(next);
          Racer out = then.size() <= max ? null : then.remove(newestWins ? 0 : max);
          if (honest && out != null && isUncaused(out, then)) {
            continue;
          }
          if (explain(then, without(waiting, next))) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isOptional(Racer racer) {
      return racer.fate() == Fate.UNRESOLVED || !honest && racer.fate() == Fate.TOLD_BEFORE;
    }

    private boolean isBefore(Racer first, Racer second) {
      return !isOptional(first) && first.admitted() < second.asked();
    }

    /** Nobody can be told of another one that asks later. */
    private boolean isUncaused(Racer out, List<Racer> others) {
      return others.stream().filter(o -> o.asked() < toldAt(out)).count() < max;
    }

    private static double toldAt(Racer racer) {
      return switch (racer.fate()) {
        case TOLD_BEFORE -> racer.admitted();
        case EVICTED -> 60;
        default -> END;
      };
    }

    private boolean isSeen(List<Racer> open) {
      return open.stream().noneMatch(r -> Fate.DEAD.contains(r.fate()))
          && open.containsAll(racers.stream().filter(r -> r.fate() == Fate.ALIVE).toList());
    }

    private static List<Racer> without(List<Racer> all, Racer one) {
      return all.stream().filter(r -> r != one).toList();
    }
  }
}
