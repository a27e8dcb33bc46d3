package io.solewire.dialogue;

import io.solewire.profile.Match;
import io.solewire.profile.Variables;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Looks at one whole message. Stateless. */
public final class Messages {

  private Messages() {}

  /**
   * Tells whether a message is what a match looks for.
   *
   * @param match what is looked for
   * @param variables their values
   * @param binary true for a binary message
   * @param payload the message
   * @return true if it is; false also while a variable of the match has no value yet
   */
  public static boolean matches(Match match, Variables variables, boolean binary, byte[] payload) {
    if (match.binary() != binary || !known(match, variables)) {
      return false;
    }
    if (binary) {
      String wanted = match.template().render(variables).toLowerCase(java.util.Locale.ROOT);
      return HexFormat.of().formatHex(payload).contains(wanted);
    }
    String text = new String(payload, StandardCharsets.UTF_8);
    return Inbox.pattern(match, variables).matcher(text).find();
  }

  /** True if all that the match needs was captured. */
  static boolean known(Match match, Variables variables) {
    return match.template().variables().stream().allMatch(v -> variables.get(v).isPresent());
  }
}
