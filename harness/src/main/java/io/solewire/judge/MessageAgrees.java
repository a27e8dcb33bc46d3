package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** B6: what a message says before the Close of an eviction agrees with that Close. */
final class MessageAgrees implements Judge {

  private static final Pattern RECONNECT = Pattern.compile("\"reconnect\"\\s*:\\s*true");
  private static final Set<Integer> COME_BACK = Set.of(1000, 1001, 1012, 1013);

  @Override
  public String rule() {
    return "B6";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Takeover takeover : Takeover.of(profile, user)) {
      Trace old = takeover.incumbent();
      if (old.evicted() != NEVER && takeover.responsive()) {
        findings.add(judge(profile, takeover, old, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, Takeover takeover, Trace old, Say say) {
    long from = takeover.newcomer().requested();
    long close = Evictions.byClose(old) ? old.ending().closeIn() : NEVER;
    long message = old.ending().message();
    String expected = "what " + old.conn() + " is told before its Close agrees with it";
    if (close == NEVER) {
      return say.unseen(expected, "no Close frame came", from, old.evicted());
    }
    Optional<Trace.Text> inviting =
        old.texts().stream()
            .filter(t -> t.t() >= from && t.t() <= close && RECONNECT.matcher(t.text()).find())
            .findFirst();
    if (inviting.isPresent()) {
      String actual = "before the Close it was told " + inviting.get().text();
      return say.broken(expected, actual, inviting.get().t(), close);
    }
    Integer code = old.ending().close().code();
    boolean contradicts =
        message <= close
            && code != null
            && (profile.evicted().codesDeclared()
                ? !profile.evicted().codes().contains(code)
                : COME_BACK.contains(code));
    String said = "the message of an eviction and then Close " + code;
    if (contradicts) {
      return say.broken(expected, "it was told " + said, message, close);
    }
    String actual = message <= close ? said : "no message of an eviction came before it";
    return say.pass(expected, actual, from, close);
  }
}
