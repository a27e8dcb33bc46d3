package io.solewire.simulation.watch;

import io.solewire.result.Readings.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Gauges and a loop that stand where a test puts them; no time passes but what it says. */
final class ByHand implements Gauges, LoopLag.Loop {

  private record Task(long due, Runnable body) {}

  private final List<Task> tasks = new ArrayList<>();
  private long now = TimeUnit.SECONDS.toNanos(1_000);
  long cpuMs;
  long gcMs;
  OptionalLong jitMs = OptionalLong.of(0);
  Optional<Ticks> ticks = Optional.empty();
  Optional<Usage> descriptors = Optional.empty();
  Optional<Usage> waiting = Optional.empty();
  Optional<Usage> table = Optional.empty();

  /** Everything that is due until then is done in time. */
  void goOn(long ms) {
    long until = now + TimeUnit.MILLISECONDS.toNanos(ms);
    Optional<Task> next = next(until);
    while (next.isPresent()) {
      now = next.get().due();
      perform(next.get());
      next = next(until);
    }
    now = until;
  }

  /** Nothing is done for so long. */
  void pass(long ms) {
    now += TimeUnit.MILLISECONDS.toNanos(ms);
  }

  /** Nothing is done for so long; then the first that is due is done. */
  void standStill(long ms) {
    pass(ms);
    next(now).ifPresent(this::perform);
  }

  private Optional<Task> next(long until) {
    return tasks.stream().filter(t -> t.due() <= until).min(Comparator.comparingLong(Task::due));
  }

  private void perform(Task task) {
    tasks.remove(task);
    task.body().run();
  }

  /** Things that a loop still has to do. */
  int open() {
    return tasks.size();
  }

  @Override
  public void schedule(Runnable task, long nanos) {
    tasks.add(new Task(now + nanos, task));
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public long uptimeMillis() {
    return TimeUnit.NANOSECONDS.toMillis(now);
  }

  @Override
  public long cpuNanos() {
    return TimeUnit.MILLISECONDS.toNanos(cpuMs);
  }

  @Override
  public int processors() {
    return 2;
  }

  @Override
  public Optional<Ticks> ticks() {
    return ticks;
  }

  @Override
  public long gcMillis() {
    return gcMs;
  }

  @Override
  public OptionalLong jitMillis() {
    return jitMs;
  }

  @Override
  public Optional<Usage> descriptors() {
    return descriptors;
  }

  @Override
  public Optional<Usage> waitingPorts() {
    return waiting;
  }

  @Override
  public Optional<Usage> table() {
    return table;
  }
}
