package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.profile.Profile;
import java.util.Optional;

/**
 * The question that several rules share: is a connect let in by the limit?
 *
 * @param expected what the rule asks for
 * @param end until when it was watched
 */
record LetIn(String expected, long end) {

  /** What kept it out, or might have; empty if it was admitted in time. */
  Optional<Finding> failed(Profile profile, Trace trace, Say say) {
    long limit = profile.evicted().forceWithSlack().toNanos();
    long from = trace.opened();
    if (trace.admitted() != NEVER) {
      String actual = "it was admitted after " + Say.millis(trace.admitted() - from);
      return trace.admitted() - from <= limit
          ? Optional.empty()
          : Optional.of(
              say.broken(expected, actual, from, trace.admitted())
                  .overdue(from + limit, trace.admitted()));
    }
    return Optional.of(keptOut(profile, trace, limit, say));
  }

  private Finding keptOut(Profile profile, Trace trace, long limit, Say say) {
    long from = trace.opened();
    Integer number =
        trace.refusal().status() != null ? trace.refusal().status() : trace.refusal().code();
    if (BackPressure.is(number)) {
      return say.unseen(expected, "it met back-pressure: " + number, from, end);
    }
    if (trace.refused() != NEVER && profile.policy().damper().isPresent()) {
      return say.unseen(expected, "it was refused, as a declared damper may", from, end);
    }
    if (trace.refused() != NEVER) {
      String with = number == null ? "" : " with " + number;
      return say.broken(expected, "it was refused" + with, from, end);
    }
    if (trace.ending().evicted() != NEVER) {
      String actual = "it was ended by " + Evictions.how(trace) + " before its admission";
      return say.broken(expected, actual, from, end);
    }
    long watched = Math.min(end, trace.ending().ours());
    return watched - from > limit
        ? say.broken(
                expected, "the user is locked out: it was neither admitted nor refused", from, end)
            .overdue(from + limit, watched)
        : say.unseen(expected, "it was not watched for so long", from, end);
  }
}
