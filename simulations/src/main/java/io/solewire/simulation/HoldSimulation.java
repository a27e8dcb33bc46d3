package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Many users come in, {@code ramp} a second, and hold idle connections, with takeovers among them;
 * at the end every one of them is asked for a sign of life. See {@link LoadSimulation}.
 */
public class HoldSimulation extends LoadSimulation {

  /** By the system properties. */
  public HoldSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected HoldSimulation(Properties properties) {
    super(Workload.HOLD, properties);
  }
}
