package io.solewire.cli.calibrate;

import com.fasterxml.jackson.annotation.JsonValue;

/** How busy the instrument is while it is measured. */
public enum Level {
  /** Few newcomers a second. */
  LOW("low", 0),
  /** Half of what the instrument can start. */
  HALF("half", 0.5),
  /** Nearly all of it. */
  MOST("90 %", 0.9);

  private final String text;
  private final double share;

  Level(String text, double share) {
    this.text = text;
    this.share = share;
  }

  /** As it is called in a table. */
  @JsonValue
  String text() {
    return text;
  }

  /** As it is called in the name of a folder. */
  String fileName() {
    return text.replaceAll("\\W", "");
  }

  /** Newcomers per second. */
  double rate(double low, double capacity) {
    return this == LOW ? low : Math.max(1, Math.rint(capacity * share));
  }
}
