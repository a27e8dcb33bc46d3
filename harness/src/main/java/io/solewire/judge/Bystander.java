package io.solewire.judge;

import static io.solewire.history.Trace.NEVER;

import io.solewire.history.Role;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** E1: a takeover of one user never touches a connection of another. */
final class Bystander implements Judge {

  @Override
  public String rule() {
    return "E1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace canary : user.as(Role.CANARY)) {
      if (canary.admitted() != NEVER) {
        findings.add(judge(profile, user, canary, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, UserTraces user, Trace canary, Say say) {
    String expected = "the connection of " + user.user() + ", a stranger, stays and answers";
    long from = canary.admitted();
    if (canary.evicted() != NEVER) {
      Integer code = canary.ending().close().code();
      boolean idle =
          code != null && profile.closes().idle().filter(i -> i.codes().contains(code)).isPresent();
      String actual =
          "it was ended by "
              + canary.ending().by()
              + (code == null ? "" : " " + code)
              + " while another user was taken over";
      return idle
          ? say.unseen(expected, "it was closed as idle (" + code + ")", from, canary.evicted())
          : say.broken(expected, actual, from, canary.evicted());
    }
    Optional<Finding> lost = Delivery.lost(user, canary, from, user.end(), "", say);
    if (lost.isPresent()) {
      return lost.get();
    }
    boolean unanswered =
        canary.answers().probes().stream()
            .anyMatch(p -> p.answered() == NEVER && p.sent() + Delivery.WITHIN < user.end());
    if (unanswered) {
      return say.broken(expected, "a probe was not answered within 1 s", from, user.end());
    }
    return canary.answers().probes().isEmpty()
        ? say.unseen(expected, "it was not probed", from, user.end())
        : say.pass(expected, "it stayed and answered", from, user.end());
  }
}
