package io.solewire.simulation.metrics;

/** What a load is at. */
public enum LoadPhase {
  /** Users connect for the first time. */
  POPULATING("populating"),

  /** The plan has begun, and nothing counts yet. */
  WARM_UP("warm-up"),

  /** What newcomers do counts. */
  MEASURING("measuring"),

  /** No newcomer comes any more; what is under way is waited for, and judged. */
  SETTLING("settling");

  private final String text;

  LoadPhase(String text) {
    this.text = text;
  }

  /** As the page says it. */
  public String text() {
    return text;
  }
}
