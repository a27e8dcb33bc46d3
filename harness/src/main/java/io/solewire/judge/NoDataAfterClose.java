package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** C1: no data frame follows the server's Close frame (RFC 6455 section 5.5.1). */
final class NoDataAfterClose implements Judge {

  @Override
  public String rule() {
    return "C1";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace old : Evictions.of(profile, user)) {
      if (!Evictions.byClose(old)) {
        continue;
      }
      String expected = "no data frame on " + old.conn() + " after its Close frame";
      long at = old.ending().closeIn();
      int count = old.ending().dataAfterClose();
      String first = old.ending().firstDataAfterClose();
      String actual =
          count
              + (count == 1 ? " data frame" : " data frames")
              + " after the Close frame"
              + (first.isEmpty() ? "" : ", the first \"" + first + "\"");
      findings.add(
          count == 0
              ? say.pass(expected, "none", at, user.end())
              : say.broken(expected, actual, at, user.end()));
    }
    return findings;
  }
}
