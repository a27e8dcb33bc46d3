package io.solewire.simulation;

import java.util.Properties;

/**
 * The takeover load as {@code gatling:test} runs it: on {@code -Dsolewire.target}, or without one
 * on the reference server in a process of its own.
 */
public class ReferenceSimulation extends TakeoverSimulation {

  /** By the system properties, with a target in any case. */
  public ReferenceSimulation() {
    super(withTarget(System.getProperties()));
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
