package io.solewire.simulation;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.solewire.load.Workload;
import io.solewire.simulation.gatling.Step;
import io.solewire.simulation.takeover.TakeoverLoad;
import java.util.List;
import java.util.Properties;

/**
 * What all simulations share: a population that comes in, a plan that is followed while everything
 * is judged, and gates that are assertions. Set by system properties, see {@link TakeoverLoad}.
 */
public abstract class LoadSimulation extends Simulation {

  private final TakeoverLoad load;

  /**
   * Makes the scenarios.
   *
   * @param workload who comes when
   * @param properties sizes, gates and target
   */
  protected LoadSimulation(Workload workload, Properties properties) {
    load = TakeoverLoad.begin(workload, properties);
    ScenarioBuilder population = scenario(workload.text()).exec(exec(new Step("live", load::live)));
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
