package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Users that take over, leave in order, crash, and are sent messages, as {@code mix} says; messages
 * only where the profile declares {@code publish}. See {@link LoadSimulation}.
 */
public class ChurnSimulation extends LoadSimulation {

  /** By the system properties. */
  public ChurnSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected ChurnSimulation(Properties properties) {
    super(Workload.CHURN, properties);
  }
}
