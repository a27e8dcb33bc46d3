package io.solewire.simulation.calibrate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server of known delay says in the reason of a Close: when it took over and when it wrote
 * the Close, nanoseconds of its {@link System#nanoTime()}. Immutable. Only the difference means
 * something to others.
 *
 * @param put when the newcomer took the user's place
 * @param write right before the Close was written
 */
public record Stamps(long put, long write) {

  private static final Pattern FORM = Pattern.compile("superseded (-?\\d{1,19}) (-?\\d{1,19})");

  /**
   * Reads the reason of a Close.
   *
   * @param reason may be null
   * @return the stamps; empty if it does not say both, or says that it wrote before it took over
   */
  public static Optional<Stamps> of(String reason) {
    Matcher matcher = FORM.matcher(reason == null ? "" : reason);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Stamps stamps =
          new Stamps(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
      return stamps.delay() < 0 ? Optional.empty() : Optional.of(stamps);
    } catch (NumberFormatException e) {
      return Optional.empty(); // nineteen digits may be too many
    }
  }

  /** The reason of the Close. */
  public String text() {
    return "superseded " + put + " " + write;
  }

  /** The true delay, nanoseconds. */
  public long delay() {
    return write - put; // as System.nanoTime() asks for: right even if one of them has wrapped
  }
}
