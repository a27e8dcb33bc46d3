package io.solewire.report.timeline;

import java.util.Map;
import java.util.Optional;

/**
 * The pictures that could be made. Immutable.
 *
 * @param timelines by what they belong to
 * @param problem why there are none, or fewer than there should be
 */
public record Pictures(Map<String, Timeline> timelines, Optional<String> problem) {

  /** There is nothing to draw. */
  public static final Pictures NONE = new Pictures(Map.of(), Optional.empty());
}
