package io.solewire.simulation.watch;

import io.solewire.result.Readings.Usage;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be read of a process and its machine at one instant. Thread-safe. */
interface Gauges {

  /** Monotonic, nanoseconds. */
  long nanos();

  /** Time since the process was started, milliseconds: the clock of its collectors. */
  long uptimeMillis();

  /** Processor time of the process so far, nanoseconds; negative if nobody knows. */
  long cpuNanos();

  /** Processors that the process may use. */
  int processors();

  /** What all processors of the machine did so far. */
  Optional<Ticks> ticks();

  /** Time in garbage collection so far, milliseconds. */
  long gcMillis();

  /** Time in compilation so far, milliseconds. */
  OptionalLong jitMillis();

  /** Files and sockets of the process. Costs more, the more there are. */
  Optional<Usage> descriptors();

  /** Connections that are over and keep their port, and how many ports there are. */
  Optional<Usage> waitingPorts();

  /** The kernel's table of connections. */
  Optional<Usage> table();
}
