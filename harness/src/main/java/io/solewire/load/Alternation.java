package io.solewire.load;

import io.solewire.history.Event;
import io.solewire.load.arrival.Rounds;
import io.solewire.load.compare.Compared;
import io.solewire.load.compare.Slot;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Measures the slots of one of two sides that take turns, each by itself; rounds that warm up are
 * left out. Not thread-safe.
 */
final class Alternation {

  private static final double MICRO = 1e3;

  private final Rounds rounds;
  private final Rounds.Side side;
  private final double rate;
  private final Slots slots;

  /**
   * Begins.
   *
   * @param profile what the server of this side promises
   * @param plan its load; its rate is that within slots
   */
  Alternation(Profile profile, LoadPlan plan) {
    this.slots = new Slots(profile, plan);
    this.rounds = plan.rounds();
    this.side = plan.turn().side();
    this.rate = plan.rate();
  }

  /**
   * The plan begins.
   *
   * @param t0 on the clock of the history, nanoseconds
   */
  void begin(long t0) {
    for (int round = rounds.warmups(); round < rounds.all(); round++) {
      slots.add(t0 + rounds.begin(round, side), rounds.each(), rate);
    }
  }

  /** Takes in any event: when newcomers were planned, and begun. */
  void planned(Event event) {
    slots.planned(event);
  }

  void accept(Window window) {
    slots.accept(window);
  }

  /** What was measured in each round. */
  List<Slot> measured() {
    List<Slot> measured = new ArrayList<>();
    slots.all().forEach(slot -> measured.add(measured(slot)));
    return measured;
  }

  private static Slot measured(Slots.Slot slot) {
    Map<Compared, Double> values = new EnumMap<>(Compared.class);
    Map<Compared, Long> counts = new EnumMap<>(Compared.class);
    for (Compared compared : Compared.values()) {
      Histogram histogram = slot.meter().histograms().all().get(compared.metric());
      long count = histogram == null ? 0 : histogram.getTotalCount();
      counts.put(compared, count);
      if (count >= compared.leastSamples()) {
        double value =
            compared.isRate()
                ? count / slot.seconds()
                : histogram.getValueAtPercentile(compared.percentile()) / MICRO;
        values.put(compared, value);
      }
    }
    return new Slot(values, counts, slot.doubt().orElse(""));
  }
}
