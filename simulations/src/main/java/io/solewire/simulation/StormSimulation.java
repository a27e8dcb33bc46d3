package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Every user comes again {@code within} a short time, as after a deploy or when a network comes
 * back; then a {@code pause}, and again. See {@link LoadSimulation}.
 */
public class StormSimulation extends LoadSimulation {

  /** By the system properties. */
  public StormSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected StormSimulation(Properties properties) {
    super(Workload.STORM, properties);
  }
}
