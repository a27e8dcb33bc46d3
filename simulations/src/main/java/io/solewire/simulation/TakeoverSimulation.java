package io.solewire.simulation;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.solewire.simulation.gatling.Step;
import io.solewire.simulation.takeover.TakeoverLoad;
import java.util.List;
import java.util.Properties;

/**
 * Users that hold one connection each and take over from themselves by an open plan; eviction
 * latency is measured, the history judged, and every gate is an assertion. Set by system
 * properties, see {@link TakeoverLoad}.
 */
public class TakeoverSimulation extends Simulation {

  private final TakeoverLoad load;

  /** By the system properties. */
  public TakeoverSimulation() {
    this(System.getProperties());
  }

  /**
   * Makes the scenarios.
   *
   * @param properties what the load is to be
   */
  protected TakeoverSimulation(Properties properties) {
    load = TakeoverLoad.begin(properties);
    ScenarioBuilder population = scenario("takeover").exec(exec(new Step("live", load::live)));
    ScenarioBuilder conclusion =
        scenario("conclusion").exec(exec(new Step("conclude", load::conclude)));
    List<Assertion> assertions =
        load.rows().stream().map(row -> details(row).failedRequests().count().is(0L)).toList();
    setUp(
            population
                .injectOpen(rampUsers(load.population()).during(load.rampUp()))
                .andThen(conclusion.injectOpen(atOnceUsers(1))))
        .maxDuration(load.atMost())
        .assertions(assertions);
  }

  @Override
  public void after() {
    load.close();
  }
}
