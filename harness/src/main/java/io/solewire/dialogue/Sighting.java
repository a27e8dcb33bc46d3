package io.solewire.dialogue;

import io.solewire.profile.Presence;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import java.util.Optional;

/** What a message says of a user's coming and going, by the profile. Stateless. */
public final class Sighting {

  private Sighting() {}

  /**
   * Looks at one whole message.
   *
   * @param profile says what observers see
   * @param user who is observed
   * @param binary true for a binary message
   * @param payload the message
   * @return true for online, false for offline; empty if it tells of something else
   */
  public static Optional<Boolean> of(Profile profile, String user, boolean binary, byte[] payload) {
    Optional<Presence> presence = profile.capabilities().presence();
    if (presence.isEmpty()) {
      return Optional.empty();
    }
    Variables known = profile.variables(user);
    if (Messages.matches(presence.get().online(), known, binary, payload)) {
      return Optional.of(true);
    }
    return Messages.matches(presence.get().offline(), known, binary, payload)
        ? Optional.of(false)
        : Optional.empty();
  }
}
