package io.solewire.cli.target;

import io.solewire.profile.Profile;
import java.util.Optional;

/**
 * A target that is there to be judged. Closing it stops what was started for it, and nothing else.
 */
public final class Started implements AutoCloseable {

  private final Profile profile;
  private final Optional<ChildProcess> child;
  private final String replay;

  Started(Profile profile, Optional<ChildProcess> child, String replay) {
    this.profile = profile;
    this.child = child;
    this.replay = replay;
  }

  /** What it promises and how to speak with it. */
  public Profile profile() {
    return profile;
  }

  /** How the user names it on the command line, with a space in front; empty for the default. */
  public String replay() {
    return replay;
  }

  /** The end of what it printed, if it was started here and has died. */
  public Optional<String> deathLog() {
    return child.filter(c -> !c.isAlive()).map(ChildProcess::tail);
  }

  @Override
  public void close() {
    child.ifPresent(ChildProcess::close);
  }
}
