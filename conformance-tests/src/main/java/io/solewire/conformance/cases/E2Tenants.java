package io.solewire.conformance.cases;

import io.solewire.conformance.run.ConformanceCase;
import io.solewire.conformance.stage.Connection;
import io.solewire.conformance.stage.Stage;
import io.solewire.judge.Faults;
import java.time.Duration;
import java.util.List;

/** E2: the same user id in two tenants is two users. */
final class E2Tenants {

  @ConformanceCase(
      id = "E2.same-id-in-two-tenants",
      title = "the same user id connects in two tenants, and again in one of them",
      needs = "tenants",
      waits = true)
  void sameIdInTwoTenants(Stage stage) {
    List<String> tenants = stage.profile().capabilities().tenants();
    Duration limit = stage.limit();
    String first = stage.newUser();
    Connection here = stage.connect(first);
    stage.moment();
    here.fault(Faults.OTHER_TENANT, "the same id in tenant " + tenants.get(1));
    Connection there = stage.guests().inTenant(tenants.get(1), first);
    String second = stage.newUser();
    Connection elsewhere = stage.guests().inTenant(tenants.get(1), second).admitted();
    elsewhere.answers();
    stage.moment();
    elsewhere.fault(Faults.OTHER_TENANT, "the same id in tenant " + tenants.get(0));
    stage.connect(second);
    stage.connect(second);
    List<Connection> all = List.of(here, there, elsewhere);
    stage.awaitAll(all, c -> !c.isOpen(), limit);
    if (stage.publisher().works() && here.isOpen()) {
      stage.publisher().publish(first);
      here.awaitMessages(Waited.ARRIVAL);
    }
    all.stream().filter(Connection::isOpen).forEach(Connection::probe);
    stage.awaitAnswers(all);
  }
}
