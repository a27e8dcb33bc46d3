package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Devices of one user that come again a {@code pause} after they were evicted: {@code duellists} of
 * them for each of {@code solewire.users}. What that costs strangers is the metric {@code
 * stranger}, of as many {@code canaries}. See {@link LoadSimulation}.
 */
public class DuelSimulation extends LoadSimulation {

  /** By the system properties. */
  public DuelSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected DuelSimulation(Properties properties) {
    super(Workload.DUEL, properties);
  }
}
