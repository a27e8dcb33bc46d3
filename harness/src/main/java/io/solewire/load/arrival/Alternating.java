package io.solewire.load.arrival;

/**
 * Newcomers of one of two sides that take turns: at a steady rate in its own slots, none in the
 * other's and in the gaps.
 *
 * @param rate newcomers per second within a slot
 * @param rounds when whose turn it is
 * @param side whose newcomers these are
 */
public record Alternating(double rate, Rounds rounds, Rounds.Side side) implements Arrivals {

  private Steady slot() {
    return new Steady(rate, rounds.each());
  }

  @Override
  public long total() {
    return rounds.all() * slot().total();
  }

  @Override
  public long due(long i) {
    long ofSlot = slot().total();
    return rounds.begin((int) (i / ofSlot), side) + slot().due(i % ofSlot);
  }

  @Override
  public long index(long nanos) {
    long round = Math.min(Math.max(0, nanos - rounds.start()) / rounds.period(), rounds.all());
    if (round == rounds.all()) {
      return total();
    }
    long within = nanos - rounds.begin((int) round, side);
    return round * slot().total() + slot().index(Math.max(within, 0));
  }
}
