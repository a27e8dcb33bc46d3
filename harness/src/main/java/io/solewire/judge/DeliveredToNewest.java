package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Answers;
import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Admission;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F1: what is published after the takeover arrives on the newcomer and never on the incumbent. */
final class DeliveredToNewest implements Judge {

  @Override
  public String rule() {
    return "F1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    boolean others =
        user.traces().stream()
            .anyMatch(
                t ->
                    t.fault(Faults.LATE_END).isPresent()
                        || t.fault(Faults.RACE).isPresent()
                        || t.role() == Role.CANARY);
    if (others) {
      return findings;
    }
    for (Takeover takeover : Takeover.of(profile, user)) {
      Trace young = takeover.newcomer();
      long until = Math.min(user.end(), Math.min(young.evicted(), young.ending().ours()));
      long since = settled(profile, young);
      List<UserTraces.Published> messages =
          user.published(since, until).stream().filter(m -> Delivery.hadTime(m, until)).toList();
      if (!messages.isEmpty()) {
        findings.add(judge(takeover, messages, user, say));
      }
    }
    return findings;
  }

  /** A stack may send the 101 before it registers: then an answered probe shows that it has. */
  private static long settled(Profile profile, Trace young) {
    if (!(profile.conversation().admission() instanceof Admission.Open)) {
      return young.admitted();
    }
    return young.answers().probes().stream()
        .filter(p -> p.sent() > young.admitted())
        .mapToLong(Answers.Probe::answered)
        .min()
        .orElse(NEVER);
  }

  private static Finding judge(
      Takeover takeover, List<UserTraces.Published> messages, UserTraces user, Say say) {
    Trace young = takeover.newcomer();
    Optional<Finding> stray =
        messages.stream().flatMap(m -> stray(takeover, m, say).stream()).findFirst();
    if (stray.isPresent()) {
      return stray.get();
    }
    long from = messages.get(0).t();
    long to = messages.stream().mapToLong(m -> m.answered() + Delivery.WITHIN).max().orElse(from);
    return Delivery.lost(user, young, from - 1, to, " after the takeover", say)
        .orElseGet(
            () -> say.pass("published message reaches " + young.conn(), "it arrived", from, to));
  }

  private static Optional<Finding> stray(Takeover takeover, UserTraces.Published message, Say say) {
    Trace old = takeover.incumbent();
    Trace young = takeover.newcomer();
    String expected = "published message reaches " + young.conn() + ", not " + old.conn();
    return old.texts().stream()
        .filter(t -> t.text().contains(message.id()))
        .findFirst()
        .map(
            text -> {
              String actual =
                  old.conn()
                      + ", the incumbent, received it "
                      + Say.millis(text.t() - young.admitted())
                      + " after the admission of "
                      + young.conn();
              return say.broken(expected, actual, message.t(), text.t());
            });
  }
}
