package io.solewire.load.arrival;

/**
 * Several newcomers at one instant, again and again at equal distances.
 *
 * @param rate newcomers per second, on average
 * @param atOnce newcomers of one instant
 * @param length of the plan, nanoseconds
 */
public record Bursts(double rate, int atOnce, long length) implements Arrivals {

  private Steady instants() {
    return new Steady(rate / atOnce, length);
  }

  @Override
  public long total() {
    return instants().total() * atOnce;
  }

  @Override
  public long due(long i) {
    return instants().due(i / atOnce);
  }

  @Override
  public long index(long nanos) {
    return instants().index(nanos) * atOnce;
  }
}
