package io.solewire.simulation;

import io.solewire.load.Workload;
import java.util.Properties;

/**
 * A load as {@code gatling:test} runs it: {@code -Dsolewire.simulation}, or takeover, on {@code
 * -Dsolewire.target}, or without one on the reference server in a process of its own.
 */
public class ReferenceSimulation extends LoadSimulation {

  /** By the system properties, with a target in any case. */
  public ReferenceSimulation() {
    super(workload(), withTarget(System.getProperties()));
  }

  private static Workload workload() {
    String name = System.getProperty("solewire.simulation", Workload.TAKEOVER.text());
    return Workload.find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "solewire.simulation: '" + name + "': expected one of " + Workload.listed()));
  }

  private static Properties withTarget(Properties given) {
    Properties properties = new Properties();
    given.stringPropertyNames().forEach(name -> properties.put(name, given.getProperty(name)));
    if (properties.getProperty("solewire.target", "").isEmpty()) {
      String fault = properties.getProperty("solewire.fault", "");
      properties.put("solewire.target", ReferenceServerProcess.start(fault));
    }
    return properties;
  }
}
