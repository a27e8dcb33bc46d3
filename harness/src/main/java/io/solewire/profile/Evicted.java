package io.solewire.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the evicted connection sees, and by when. Immutable.
 *
 * @param codes the close codes that mean "replaced"
 * @param codesDeclared false if {@code codes} is the default
 * @param reason the close reason must contain a match of this
 * @param message an application message that means "replaced"
 * @param by the signals that are allowed to be the first
 * @param within deadline (T_evict) after the newcomer's request; later is a warning
 * @param force deadline (T_force); later than {@link #forceWithSlack()} is a failure
 */
public record Evicted(
    CloseCodes codes,
    boolean codesDeclared,
    Optional<Pattern> reason,
    Optional<Match> message,
    Set<Signal> by,
    Duration within,
    Duration force) {

  /** What a connection sees first when it is evicted. */
  public enum Signal {
    MESSAGE,
    CLOSE,
    FIN,
    RST
  }

  /**
   * The instant from which on lateness is a failure.
   *
   * @return {@code force} and 10 % of it, at least 250 ms
   */
  public Duration forceWithSlack() {
    Duration tenth = force.dividedBy(10);
    Duration least = Duration.ofMillis(250);
    return force.plus(tenth.compareTo(least) > 0 ? tenth : least);
  }
}
