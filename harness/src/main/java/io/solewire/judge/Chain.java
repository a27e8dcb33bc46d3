package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** D7: after a chain of takeovers without a pause the last is there and all others are gone. */
final class Chain implements Judge {

  @Override
  public String rule() {
    return "D7";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Trace> links =
        user.as(Role.SUBJECT).stream().filter(t -> t.fault(Faults.CHAIN).isPresent()).toList();
    if (links.size() < 3 || profile.policy().kind() != Policy.Kind.NEWEST_WINS) {
      return List.of();
    }
    Trace last = links.get(links.size() - 1);
    String expected =
        "of a chain of " + links.size() + ", " + last.conn() + " answers and all others are closed";
    long from = links.get(0).requested();
    if (last.admitted() == NEVER) {
      String why = last.conn() + ", the last, was not admitted";
      return List.of(say.unseen(expected, why, from, user.end()));
    }
    long deadline = last.admitted() + profile.evicted().forceWithSlack().toNanos();
    List<String> wrong = new ArrayList<>();
    int max = profile.policy().max();
    for (Trace link : links.subList(0, links.size() - max)) {
      if (link.admitted() != NEVER && link.evicted() > deadline) {
        wrong.add(link.conn() + " is still open");
      }
    }
    boolean watched = wrong.isEmpty() || user.end() > deadline;
    if (last.evicted() != NEVER) {
      wrong.add(last.conn() + ", the last, was ended by " + last.ending().by());
    } else if (!last.answers().answeredAfter(last.admitted())) {
      wrong.add(last.conn() + ", the last, does not answer");
    }
    if (wrong.isEmpty()) {
      return List.of(say.pass(expected, "so it was", from, user.end()));
    }
    String first = String.join("; ", wrong.subList(0, Math.min(3, wrong.size())));
    String actual = first + (wrong.size() > 3 ? "; and " + (wrong.size() - 3) + " more" : "");
    return List.of(
        watched
            ? say.broken(expected, actual, from, user.end())
            : say.unseen(expected, actual + ", but not watched long enough", from, user.end()));
  }
}
