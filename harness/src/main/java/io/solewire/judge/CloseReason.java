package io.solewire.judge;

import io.solewire.history.Detail;
import io.solewire.history.Trace;
import io.solewire.history.UserTraces;
import io.solewire.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** B5: the reason is UTF-8, at most 123 bytes, and what the profile promises. */
final class CloseReason implements Judge {

  private static final int MAX_BYTES = 123;

  @Override
  public String rule() {
    return "B5";
  }

  @Override
  public List<Finding> judge(Profile profile, UserTraces user, Say say) {
    List<Finding> findings = new ArrayList<>();
    for (Trace old : Evictions.of(profile, user)) {
      if (Evictions.byClose(old)) {
        findings.add(judge(profile, old, say));
      }
    }
    return findings;
  }

  private static Finding judge(Profile profile, Trace old, Say say) {
    Detail close = old.ending().close();
    String expected =
        "a reason in UTF-8 of at most "
            + MAX_BYTES
            + " bytes"
            + profile.evicted().reason().map(p -> " that matches " + p).orElse("");
    long at = old.ending().closeIn();
    String text = close.text() == null ? "" : close.text();
    long bytes =
        close.length() != null ? close.length() : text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      String actual = "the reason on " + old.conn() + " has " + bytes + " bytes";
      return say.broken(expected, actual, old.admitted(), at);
    }
    if (Boolean.FALSE.equals(close.utf8())) {
      String actual = "the reason on " + old.conn() + " is not valid UTF-8";
      return say.broken(expected, actual, old.admitted(), at);
    }
    String actual = old.conn() + " was given the reason \"" + text + "\"";
    boolean promised = profile.evicted().reason().map(p -> p.matcher(text).find()).orElse(true);
    return promised
        ? say.pass(expected, actual, old.admitted(), at)
        : say.broken(expected, actual, old.admitted(), at);
  }
}
