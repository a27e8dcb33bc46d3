package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Rates that rise from {@code solewire.rate} {@code to} a highest one in {@code levels}, climbed
 * {@code climbs} times: the highest at which the gates hold, and how sure that is. See {@link
 * LoadSimulation}.
 */
public class CapacitySimulation extends LoadSimulation {

  /** By the system properties. */
  public CapacitySimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected CapacitySimulation(Properties properties) {
    super(Workload.CAPACITY, properties);
  }
}
