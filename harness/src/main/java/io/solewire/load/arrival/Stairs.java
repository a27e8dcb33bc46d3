package io.solewire.load.arrival;

/**
 * Rates that rise from level to level by the same factor, each for the same time, and from the
 * lowest again. The first level comes once before the rest and is no part of a climb.
 *
 * @param from the lowest rate, newcomers per second
 * @param to the highest
 * @param levels of a climb
 * @param climbs how often
 * @param lead duration of the first level before the climbs, nanoseconds
 * @param each duration of a level, nanoseconds
 */
public record Stairs(double from, double to, int levels, int climbs, long lead, long each)
    implements Arrivals {

  /** The rate of a level, from 0. */
  public double rate(int level) {
    return levels == 1 ? to : from * Math.pow(to / from, (double) level / (levels - 1));
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
    long climb = ofClimb();
    long begin = lead + left / climb * levels * each;
    left %= climb;
    int level = 0;
    while (left >= of(level)) {
      left -= of(level);
      level++;
    }
    return begin + level * each + new Steady(rate(level), each).due(left);
  }

  @Override
  public long index(long nanos) {
    if (nanos <= lead) {
      return leading().index(nanos);
    }
    long step = Math.min((nanos - lead) / each, (long) levels * climbs);
    long before = leading().total() + step / levels * ofClimb();
    for (int level = 0; level < step % levels; level++) {
      before += of(level);
    }
    return step == (long) levels * climbs
        ? before
        : before + new Steady(rate((int) (step % levels)), each).index(nanos - lead - step * each);
  }
}
