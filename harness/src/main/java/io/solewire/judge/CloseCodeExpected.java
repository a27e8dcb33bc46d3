package io.solewire.judge;

import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.CloseCodes;
import io.solewire.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * B3: the code of the eviction is one that the profile promises. B4: whatever it promises, it is
 * one that stock clients take as final.
 */
final class CloseCodeExpected implements Judge {

  private final String rule;
  private final boolean declared;

  private CloseCodeExpected(String rule, boolean declared) {
    this.rule = rule;
    this.declared = declared;
  }

  static CloseCodeExpected promised() {
    return new CloseCodeExpected("B3", true);
  }

  static CloseCodeExpected terminal() {
    return new CloseCodeExpected("B4", false);
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    if (declared && !profile.evicted().codesDeclared()) {
      return findings;
    }
    CloseCodes codes = declared ? profile.evicted().codes() : CloseCodes.EVICTION;
    for (Trace old : Evictions.of(profile, user)) {
      Integer code = old.ending().close().code();
      boolean told = Evictions.byClose(old) && code != null && CloseCodeLegal.legal(code);
      if (!told) {
        continue;
      }
      String expected = (declared ? "a declared code: " : "a code of ") + codes;
      String actual = old.conn() + " was closed with " + code;
      long at = old.ending().closeIn();
      findings.add(
          codes.contains(code)
              ? say.pass(expected, actual, old.admitted(), at)
              : Evictions.early(profile, old, say.broken(expected, actual, old.admitted(), at)));
    }
    return findings;
  }
}
