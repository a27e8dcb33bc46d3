package io.solewire.conformance;

/** A thread for each processor that does nothing but work, until it is stopped. */
final class BusyMachine {

  private volatile boolean over;
  private volatile long worked;

  private BusyMachine() {}

  static BusyMachine start() {
    BusyMachine machine = new BusyMachine();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = new Thread(machine::work, "busy-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    return machine;
  }

  private void work() {
    long sum = 0;
    while (!over) {
      sum = sum * 31 + 7;
    }
    worked = sum; // so that the work is not left out
  }

  void stop() {
    over = true;
  }
}
