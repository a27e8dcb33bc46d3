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
      for (UserTraces.Published message : user.published()) {
        if (message.t() > since && message.t() + Delivery.WITHIN <= until) {
          findings.add(judge(takeover, message, user, say));
        }
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
      Takeover takeover, UserTraces.Published message, UserTraces user, Say say) {
    Trace old = takeover.incumbent();
    Trace young = takeover.newcomer();
    Optional<Trace.Text> stray =
        old.texts().stream().filter(t -> t.text().contains(message.id())).findFirst();
    if (stray.isPresent()) {
      String expected = "published message reaches " + young.conn() + ", not " + old.conn();
      String actual =
          old.conn()
              + ", the incumbent, received it "
              + Say.millis(stray.get().t() - young.admitted())
              + " after the admission of "
              + young.conn();
      return say.broken(expected, actual, message.t(), stray.get().t());
    }
    if (!Delivery.arrived(young, message)) {
      return Delivery.missing(young, message, " after the takeover", say);
    }
    long to = message.t() + Delivery.WITHIN;
    return say.pass("published message reaches " + young.conn(), "it arrived", message.t(), to);
  }
}
