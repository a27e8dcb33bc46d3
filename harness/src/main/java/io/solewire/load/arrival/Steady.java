package io.solewire.load.arrival;

/**
 * One newcomer after another, at equal distances: {@code i / rate}.
 *
 * @param rate newcomers per second
 * @param length of the plan, nanoseconds
 */
public record Steady(double rate, long length) implements Arrivals {

  @Override
  public long total() {
    return (long) Math.ceil(length / 1e9 * rate);
  }

  @Override
  public long due(long i) {
    return (long) (i * 1e9 / rate);
  }

  @Override
  public long index(long nanos) {
    return Math.min(total(), (long) Math.ceil(nanos * rate / 1e9));
  }
}
