package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.ConformanceRun;
import io.solewire.server.fault.Fault;
import io.solewire.server.fault.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case must be seen failing: each fault dies by the case and with the words named for it. The
 * whole matrix is {@link KillMatrixTest}.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("zoo")
  void everyFaultDiesByItsCase(Specimen specimen, @TempDir Path folder) throws Exception {
    ConformanceRun.Outcome outcome = specimen.runItsCase(folder);
    Reporting.print(specimen.fault(), outcome.cases());
    Optional<String> said = specimen.said(outcome);
    assertTrue(
        said.isPresent(),
        () -> "\"" + specimen.words() + "\" was not said: " + specimen.verdict(outcome));
  }

  static List<Specimen> zoo() {
    return Specimen.all();
  }

  @Test
  void everyFaultOfTheServerIsInTheZoo() {
    Set<String> faults = Faults.everything().stream().map(Fault::name).collect(Collectors.toSet());
    assertEquals(faults, zoo().stream().map(Specimen::fault).collect(Collectors.toSet()));
  }

  @Test
  void everyCaseIsNamedForAFault() {
    Set<String> named = zoo().stream().map(Specimen::caseId).collect(Collectors.toSet());
    List<String> idle =
        Suite.all().stream().map(c -> c.id()).filter(id -> !named.contains(id)).toList();
    assertEquals(List.of(), idle);
  }
}
