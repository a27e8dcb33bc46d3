package io.solewire.record;

import io.solewire.dialogue.Messages;
import io.solewire.profile.Presence;
import io.solewire.profile.Profile;
import io.solewire.profile.Variables;
import java.util.List;
import java.util.Optional;

/**
 * What an observer of one user's presence is interested in: it is shown everybody's, and a history
 * need not hold that. Immutable.
 */
public final class Watching {

  /** The note of a connection that observes the presence of the user that it stands under. */
  public static final String PRESENCE = "presence";

  private final Optional<Presence> presence;
  private final Variables user;

  Watching(Profile profile, Recorder.Who who) {
    List<String> tenants = profile.capabilities().tenants();
    Variables known = Variables.NONE.with("user", who.user());
    this.user = tenants.isEmpty() ? known : known.with("tenant", tenants.get(0));
    this.presence =
        who.note().equals(PRESENCE) ? profile.capabilities().presence() : Optional.empty();
  }

  /** False for a message that tells of somebody else. */
  boolean concerns(MessageAssembler.Message message) {
    return presence.isEmpty()
        || presence
            .filter(
                p ->
                    Messages.matches(p.online(), user, message.binary(), message.bytes())
                        || Messages.matches(p.offline(), user, message.binary(), message.bytes()))
            .isPresent();
  }
}
