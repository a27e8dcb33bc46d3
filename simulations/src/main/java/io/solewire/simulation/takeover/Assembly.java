package io.solewire.simulation.takeover;

import java.util.ArrayList;
import java.util.List;

/** Loads that begin together, when the population of the last of them has come. Thread-safe. */
final class Assembly {

  private final int loads;
  private final List<Runnable> ready = new ArrayList<>();

  Assembly(int loads) {
    this.loads = loads;
  }

  /** One of them is ready; the last one has all of them begin, one right after the other. */
  void ready(Runnable begin) {
    synchronized (ready) {
      ready.add(begin);
      if (ready.size() < loads) {
        return;
      }
    }
    ready.forEach(Runnable::run);
  }

  /** How many connections one of them may have of all that there are. */
  int share(int all) {
    return all / loads;
  }
}
