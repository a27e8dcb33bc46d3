package io.solewire.record;

import io.solewire.dialogue.Messages;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;

/** What closes and messages of the server mean by the profile. Stateless. */
final class Refusals {

  private Refusals() {}

  /** True if a Close before the admission refuses the newcomer rather than evicting it. */
  static boolean byClose(Profile profile, Integer code) {
    if (code == null) {
      return false;
    }
    return profile.refused().codes().contains(code) || !profile.evicted().codes().contains(code);
  }

  /** {@code evicted}, {@code refused}, or null if a message means neither. */
  static String meaning(
      Profile profile, Variables variables, MessageAssembler.Message message, boolean admitted) {
    boolean evicted =
        profile
            .evicted()
            .message()
            .filter(m -> Messages.matches(m, variables, message.binary(), message.bytes()))
            .isPresent();
    if (evicted) {
      return "evicted";
    }
    boolean refused =
        !admitted
            && profile
                .refused()
                .message()
                .filter(m -> Messages.matches(m, variables, message.binary(), message.bytes()))
                .isPresent();
    return refused ? "refused" : null;
  }
}
