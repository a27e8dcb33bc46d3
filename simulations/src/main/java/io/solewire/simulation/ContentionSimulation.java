package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * Several newcomers of one user at the same instant: {@code at-once} of them, {@code solewire.rate}
 * newcomers a second in all. Of each group one may survive (rule D1), and {@code settling} says how
 * soon the last loser is told. With {@code solewire.popularity=zipf} some users are hot. See {@link
 * LoadSimulation}.
 */
public class ContentionSimulation extends LoadSimulation {

  /** By the system properties. */
  public ContentionSimulation() {
    this(System.getProperties());
  }

  /**
   * By other properties.
   *
   * @param properties what the load is to be
   */
  protected ContentionSimulation(Properties properties) {
    super(Workload.CONTENTION, properties);
  }
}
