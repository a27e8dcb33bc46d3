package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Policy;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    boolean judged =
        profile.policy().kind() == Policy.Kind.NEWEST_WINS && profile.policy().damper().isEmpty();
    if (links.size() < 3 || !judged) {
      return List.of();
    }
    return judge(profile, user, links, say);
  }

  private static List<Finding> judge(Profile profile, UserTraces user, List<Trace> links, Say say) {
    Trace last = links.get(links.size() - 1);
    String expected =
        "of a chain of " + links.size() + ", " + last.conn() + " answers and all others are closed";
    long from = links.get(0).requested();
    if (last.admitted() == NEVER) {
      String why = last.conn() + ", the last, was not admitted";
      return List.of(say.unseen(expected, why, from, user.end()));
    }
    List<String> wrong = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    long deadline = last.admitted() + profile.evicted().forceWithSlack().toNanos();
    int most = profile.policy().max();
    for (Trace link : links.subList(0, Math.max(0, links.size() - most))) {
      if (link.admitted() != NEVER && link.evicted() > deadline) {
        boolean watched = Math.min(link.ending().ours(), user.end()) > deadline;
        String when = link.evicted() == NEVER ? " is still open" : " was closed too late";
        (watched ? wrong : unseen).add(link.conn() + when);
      }
    }
    if (!wrong.isEmpty()) {
      return List.of(
          say.broken(expected, firstOf(wrong), from, user.end())
              .overdue(last.admitted(), deadline, user.end()));
    }
    Optional<Unanswered> silent = judgeLast(profile, user, last, wrong, unseen);
    if (!wrong.isEmpty()) {
      Finding broken = say.broken(expected, firstOf(wrong), from, user.end());
      return List.of(silent.map(probe -> probe.overdue(broken)).orElse(broken));
    }
    if (unseen.isEmpty()) {
      return List.of(say.pass(expected, "so it was", from, user.end()));
    }
    String why = firstOf(unseen) + "; not watched long enough";
    return List.of(say.unseen(expected, why, from, user.end()));
  }

  /** A probe that the last one did not answer, if that is what is wrong with it. */
  private static Optional<Unanswered> judgeLast(
      Profile profile, UserTraces user, Trace last, List<String> wrong, List<String> unseen) {
    Optional<String> excuse = Evictions.excuse(profile, last);
    Optional<Unanswered> silent =
        last.evicted() == NEVER
            ? Unanswered.after(last, last.admitted(), user.end())
            : Optional.empty();
    if (last.evicted() != NEVER && excuse.isPresent()) {
      unseen.add(last.conn() + ", the last, " + excuse.get());
    } else if (last.evicted() != NEVER) {
      wrong.add(last.conn() + ", the last, was ended by " + last.ending().by());
    } else if (silent.isPresent()) {
      wrong.add(last.conn() + ", the last, does not answer");
    } else if (!last.answers().answeredAfter(last.admitted())) {
      unseen.add(last.conn() + ", the last, was not probed");
    }
    return silent;
  }

  private static String firstOf(List<String> all) {
    String first = String.join("; ", all.subList(0, Math.min(3, all.size())));
    return first + (all.size() > 3 ? "; and " + (all.size() - 3) + " more" : "");
  }
}
