package io.solewire.simulation.gatling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatling.core.config.DataConfiguration;
import io.gatling.core.config.GatlingConfiguration;
import org.junit.jupiter.api.Test;

/** What Gatling reads from the class path, by its own reader. */
class ConfigurationTest {

  private final DataConfiguration data = GatlingConfiguration.load().data();

  @Test
  void nobodyIsToldThatSomebodyTests() {
    assertFalse(data.enableAnalytics());
  }

  @Test
  void gatlingWritesItsReportAndNothingToTheConsole() {
    assertTrue(data.fileDataWriterEnabled());
    assertEquals(1, data.dataWriters().size(), data.dataWriters().toString());
  }
}
