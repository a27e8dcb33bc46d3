package io.solewire.result;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the process of a load hands to the command that started it. Immutable.
 *
 * @param load what was measured and judged; null if the target let nobody in
 * @param target why the target could not be put under load, or was lost; null if neither
 * @param interrupted true if it was cut short
 * @param unrecorded why the history is not whole; null if it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoadOutcome(LoadResult load, String target, boolean interrupted, String unrecorded) {

  /** The file in the output folder. */
  public static final String FILE = "load.json";
}
