package io.solewire.load.arrival;

/**
 * Every user comes once within a time, then there is a pause, and so on. A storm that would not end
 * within the plan does not begin; but one always comes.
 *
 * @param users newcomers of one storm
 * @param within duration of a storm, nanoseconds
 * @param pause after it, nanoseconds
 * @param length of the plan, nanoseconds
 */
public record Storms(int users, long within, long pause, long length) implements Arrivals {

  private long cycle() {
    return within + pause;
  }

  @Override
  public long total() {
    return Math.max(1, (length + pause) / cycle()) * users;
  }

  @Override
  public long due(long i) {
    return i / users * cycle() + (long) (i % users * (double) within / users);
  }

  @Override
  public long index(long nanos) {
    long before = nanos / cycle() * users;
    long begun = (long) Math.ceil(nanos % cycle() * (double) users / within);
    return Math.min(total(), before + Math.min(users, begun));
  }
}
