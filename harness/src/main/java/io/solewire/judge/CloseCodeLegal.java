package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** B2: the code of the eviction may stand on the wire (RFC 6455 section 7.4). */
final class CloseCodeLegal implements Judge {

  @Override
  public String rule() {
    return "B2";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace old : Evictions.of(profile, user)) {
      Integer code = old.ending().close().code();
      if (!Evictions.byClose(old) || code == null) {
        continue;
      }
      String expected = "a code that may be sent: 1000-1003, 1007-1014 or 3000-4999";
      long at = old.ending().closeIn();
      String actual = old.conn() + " was closed with " + code;
      findings.add(
          legal(code)
              ? say.pass(expected, actual, old.admitted(), at)
              : say.broken(expected, actual + ", which " + why(code), old.admitted(), at));
    }
    return findings;
  }

  static boolean legal(int code) {
    return code >= 1000 && code <= 1003
        || code >= 1007 && code <= 1014
        || code >= 3000 && code <= 4999;
  }

  private static String why(int code) {
    if (code == 1005 || code == 1006 || code == 1015) {
      return "must never be set in a Close frame (RFC 6455 section 7.4.1)";
    }
    return code < 1000 || code >= 5000
        ? "is outside every range of RFC 6455 section 7.4.2"
        : "is reserved and not assigned";
  }
}
