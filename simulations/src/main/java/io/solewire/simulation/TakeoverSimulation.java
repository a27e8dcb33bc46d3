package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Users that hold one connection each and take over from themselves at a steady rate: {@code
 * solewire.rate} newcomers a second among {@code solewire.users}. The usual load, and the one that
 * eviction latency is quoted from. See {@link LoadSimulation}.
 */
public class TakeoverSimulation extends LoadSimulation {

  /** By the system properties. */
  public TakeoverSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected TakeoverSimulation(Properties properties) {
    super(Workload.TAKEOVER, properties);
  }
}
