package io.solewire.rule;

import java.util.Locale;

/** What a finding speaks of. The two are graded apart, as Autobahn does. */
public enum Axis {
  /** The single-active-connection rule itself. */
  RULE,
  /** The cleanliness of the closing handshake. */
  HYGIENE;

  /**
   * The name in result.json.
   *
   * @return in lower case
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
