package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Takeovers on a target and on what it is compared with, {@code solewire.versus}, in turns: round
 * by round, in an order that the seed draws, so that what the machine does meets both alike. Fails
 * if the target is slower. See {@link LoadSimulation}.
 */
public class VersusSimulation extends LoadSimulation {

  /** By the system properties. */
  public VersusSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected VersusSimulation(Properties properties) {
    super(Workload.VERSUS, properties);
  }
}
