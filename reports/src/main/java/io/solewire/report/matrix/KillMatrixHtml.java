package io.solewire.report.matrix;

import io.solewire.report.Templates;
import java.util.List;
import java.util.Map;

/** The kill matrix as one page of HTML that needs nothing else: the whole grid. Stateless. */
final class KillMatrixHtml {

  private KillMatrixHtml() {}

  /** A case and its row of the grid. */
  public record Row(KillMatrix.Case subject, List<Cell> cells, int kills) {}

  /**
   * What became of one fault by one case.
   *
   * @param verdict of the case
   * @param named true if it is the case that is named for the fault
   */
  public record Cell(String fault, String verdict, boolean named) {}

  static String of(KillMatrix matrix) {
    List<Row> rows = matrix.cases().stream().map(c -> row(matrix, c)).toList();
    return Templates.render(
        "matrix.peb",
        Map.of(
            "faults", matrix.faults(),
            "rows", rows,
            "correct", matrix.correct(),
            "faultsOf", matrix.faultsOf(),
            "correctOf", matrix.correctOf(),
            "idle", matrix.idle()));
  }

  private static Row row(KillMatrix matrix, KillMatrix.Case subject) {
    List<Cell> cells =
        matrix.faults().stream()
            .map(f -> new Cell(f.name(), f.verdict(subject.id()), f.diesBy().equals(subject.id())))
            .toList();
    return new Row(subject, cells, matrix.killedBy(subject.id()).size());
  }
}
