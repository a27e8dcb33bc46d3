package io.solewire.load.health;

import java.util.Locale;
import java.util.Optional;

/** Bounds on who used the processors. Stateless. */
final class Processors {

  /**
   * Of all processors, this much by the generator leaves no room: at nine tenths of what one
   * processor can do a queue is nine times as long as at a half, and the queue is the generator's.
   */
  static final double OWN = 0.9;

  /** So busy a machine has always somebody who waits for a processor. */
  static final double MACHINE = 0.95;

  /** One wait in ten is then for a processor that another machine has. */
  static final double STEAL = 0.1;

  private Processors() {}

  static Optional<String> own(Seen seen) {
    double cpu = seen.generator().cpu();
    return cpu >= OWN
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the generator used %.0f %% of all processors (bound %.0f %%): lower --rate, or"
                    + " give it more processors",
                100 * cpu,
                100 * OWN))
        : Optional.empty();
  }

  /** Alone it says nothing: a thread that waits little is on time on a busy machine, too. */
  static Optional<String> shared(Seen seen) {
    Double busy = seen.readings().machineCpu();
    return busy != null && busy >= MACHINE && Lag.isFelt(seen)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "this machine's processors were %.0f %% busy, %.0f %% by the generator (bound"
                    + " %.0f %%), and %s: have fewer neighbours, more processors, or a lower --rate",
                100 * busy,
                100 * seen.generator().cpu(),
                100 * MACHINE,
                Lag.felt(seen)))
        : Optional.empty();
  }

  static Optional<String> stolen(Seen seen) {
    Double stolen = seen.readings().stealCpu();
    return stolen != null && stolen >= STEAL && Lag.isFelt(seen)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the hypervisor gave %.0f %% of this machine's processors to others (bound"
                    + " %.0f %%), and %s: measure on a machine with processors of its own",
                100 * stolen,
                100 * STEAL,
                Lag.felt(seen)))
        : Optional.empty();
  }
}
