package io.solewire.cli.calibrate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.solewire.result.ExitCode;
import java.util.List;

/**
 * What a calibration found; {@code calibration.json}. Immutable.
 *
 * @param format version of the format
 * @param tool which release measured
 * @param machine where
 * @param startedAt when it began, ISO 8601
 * @param durationMs how long it took, milliseconds
 * @param seed of the loads' plans
 * @param interrupted true if it was cut short
 * @param capacity how many takeovers a second the instrument can do here
 * @param cells in the order in which they were measured
 */
public record CalibrationResult(
    int format,
    String tool,
    Machine machine,
    String startedAt,
    long durationMs,
    long seed,
    boolean interrupted,
    Capacity capacity,
    List<Cell> cells) {

  static final int FORMAT = 1;

  /** Copies the cells. */
  public CalibrationResult {
    cells = List.copyOf(cells);
  }

  /**
   * What the instrument can do, with the server on the same processors.
   *
   * @param atOnce newcomers that were on their way at a time, each begun when another had ended
   * @param perSecond evictions per second that were read; 0 if that could not be measured
   * @param problem why it could not; null if it could
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Capacity(int atOnce, double perSecond, String problem) {

    static final Capacity UNKNOWN = new Capacity(0, 0, "it was not measured");
  }

  /** How many cells can be used. */
  long measured() {
    return cells.stream().filter(Cell::isMeasured).count();
  }

  /** 0 if every cell can be used. */
  public ExitCode exitCode() {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    return cells.isEmpty() || measured() < cells.size() ? ExitCode.UNPROVEN : ExitCode.OK;
  }
}
