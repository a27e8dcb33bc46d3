package io.solewire.cli.calibrate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.solewire.result.LoadResult;
import io.solewire.simulation.calibrate.Accuracy;

/**
 * What became of one load on the server of known delay. Immutable. Latencies are microseconds.
 *
 * @param folder with the load's history, in the output folder
 * @param delayMs the delay that was asked of the server, milliseconds
 * @param level how busy the instrument was
 * @param asked newcomers per second of the plan
 * @param started newcomers per second that were started
 * @param accuracy how far the instrument was off; null if the load left nothing to tell it
 * @param generator how the measuring side did; null likewise
 * @param problem why the numbers cannot be used; null if they can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cell(
    String folder,
    int delayMs,
    Level level,
    double asked,
    double started,
    Accuracy.Summary accuracy,
    LoadResult.Generator generator,
    String problem) {

  /** The numbers can be used. */
  boolean isMeasured() {
    return problem == null;
  }

  /** One that was not begun. */
  static Cell notBegun(int delayMs, Level level, double asked, String why) {
    return new Cell("", delayMs, level, asked, 0, null, null, why);
  }
}
