package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Takeovers for so long that latency or memory that grows shows: {@code drift.p50}, {@code
 * drift.p99} and {@code drift.memory} are the last tenth of the measured time against the first.
 * See {@link LoadSimulation}.
 */
public class SoakSimulation extends LoadSimulation {

  /** By the system properties. */
  public SoakSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected SoakSimulation(Properties properties) {
    super(Workload.SOAK, properties);
  }
}
