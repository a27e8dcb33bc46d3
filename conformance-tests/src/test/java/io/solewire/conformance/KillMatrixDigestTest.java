package io.solewire.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.conformance.run.CaseInfo;
import io.solewire.report.matrix.KillMatrix;
import io.solewire.report.matrix.KillMatrixFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is checked in as the kill matrix is of these sources, these cases and these faults. */
class KillMatrixDigestTest {

  private static final String AGAIN = "; compute it again by ./mvnw verify -Pmatrix";

  @Test
  void matrixIsOfTheseSources() throws IOException {
    Map<String, String> of = KillMatrixFiles.read(Sources.PUBLISHED).faultsOf().digests();
    List<String> changed =
        Sources.digests().entrySet().stream()
            .filter(room -> !room.getValue().equals(of.get(room.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), changed, "changed since the matrix was computed" + AGAIN);
  }

  @Test
  void matrixNamesEveryCaseAndEveryFaultAndNoneIsIdle() throws IOException {
    KillMatrix matrix = KillMatrixFiles.read(Sources.PUBLISHED);
    assertEquals(
        Suite.all().stream().map(CaseInfo::id).toList(),
        matrix.cases().stream().map(KillMatrix.Case::id).toList(),
        AGAIN);
    assertEquals(
        Specimen.all().stream().map(Specimen::fault).distinct().toList(),
        matrix.faults().stream().map(KillMatrix.Fault::name).toList(),
        AGAIN);
    assertEquals(
        Specimen.named().stream().map(s -> s.caseId() + " " + s.words()).toList(),
        matrix.faults().stream().map(f -> f.diesBy() + " " + f.words()).toList(),
        AGAIN);
    assertEquals(List.of(), matrix.idle(), "cases that see no fault");
    matrix.faults().forEach(f -> assertTrue(f.said().contains(f.words()), f.name()));
  }
}
