package io.solewire.record;

import io.solewire.dialogue.Sighting;
import io.solewire.profile.Profile;

/**
 * What an observer of one user's presence is interested in: it is shown everybody's, and a history
 * need not hold that. Immutable.
 */
public final class Watching {

  /** The note of a connection that observes the presence of the user that it stands under. */
  public static final String PRESENCE = "presence";

  private final Profile profile;
  private final String user;
  private final boolean presence;

  Watching(Profile profile, Recorder.Who who) {
    this.profile = profile;
    this.user = who.user();
    this.presence = who.note().equals(PRESENCE);
  }

  /** False for a message that tells of somebody else. */
  boolean concerns(MessageAssembler.Message message) {
    return !presence || Sighting.of(profile, user, message.binary(), message.bytes()).isPresent();
  }
}
