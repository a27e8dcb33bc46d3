package io.solewire.load.arrival;

/**
 * Rates that rise from level to level by the same factor, each for the same time; then a rest, so
 * that what was too much is over, and from the lowest again. The first level comes once before the
 * rest and is no part of a climb.
 *
 * @param from the lowest rate, newcomers per second
 * @param to the highest
 * @param levels of a climb
 * @param climbs how often
 * @param lead duration of the first level before the climbs, nanoseconds
 * @param each duration of a level, nanoseconds
 * @param rest after a climb, nanoseconds
 */
public record Stairs(
    double from, double to, int levels, int climbs, long lead, long each, long rest)
    implements Arrivals {

  private static final double TENTHS = 10;

  /** The rate of a level, from 0. */
  public double rate(int level) {
    double rate = levels == 1 ? to : from * Math.pow(to / from, (double) level / (levels - 1));
    return Math.round(rate * TENTHS) / TENTHS;
  }

  /** When a level begins, nanoseconds after the beginning of the plan. */
  public long begin(int climb, int level) {
    return lead + climb * period() + level * each;
  }

  private long period() {
    return levels * each + rest;
  }

  /** Newcomers of a level. */
  private long of(int level) {
    return new Steady(rate(level), each).total();
  }

  private Steady leading() {
    return new Steady(from, lead);
  }

  private long ofClimb() {
    long all = 0;
    for (int level = 0; level < levels; level++) {
      all += of(level);
    }
    return all;
  }

  @Override
  public long total() {
    return leading().total() + climbs * ofClimb();
  }

  @Override
  public long due(long i) {
    long left = i - leading().total();
    if (left < 0) {
      return leading().due(i);
    }
    long climb = left / ofClimb();
    left %= ofClimb();
    int level = 0;
    while (left >= of(level)) {
      left -= of(level);
      level++;
    }
    return begin((int) climb, level) + new Steady(rate(level), each).due(left);
  }

  @Override
  public long index(long nanos) {
    if (nanos <= lead) {
      return leading().index(nanos);
    }
    long climb = Math.min((nanos - lead) / period(), climbs);
    long all = leading().total() + climb * ofClimb();
    for (int level = 0; level < levels && climb < climbs; level++) {
      long within = Math.min(each, Math.max(0, nanos - begin((int) climb, level)));
      all += new Steady(rate(level), each).index(within);
    }
    return all;
  }
}
