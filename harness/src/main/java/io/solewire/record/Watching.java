package io.solewire.record;

import io.solewire.dialogue.Sighting;
import io.solewire.profile.Profile;

/**
 * What an observer of one user's presence is interested in: it is shown everybody's, and a history
 * need not hold that. Stateless.
 */
public final class Watching {

  /** The note of a connection that observes the presence of the user that it stands under. */
  public static final String PRESENCE = "presence";

  private Watching() {}

  /** False for a message that tells who watches one user of somebody else. */
  static boolean concerns(
      Profile profile, String user, String note, MessageAssembler.Message message) {
    return !note.equals(PRESENCE)
        || Sighting.of(profile, user, message.binary(), message.bytes()).isPresent();
  }
}
