package io.solewire.cli.target;

import io.solewire.conformance.stage.Control;
import io.solewire.conformance.target.Restartable;
import io.solewire.conformance.target.Running;
import io.solewire.profile.Profile;
import java.util.Optional;

/**
 * A target that is there to be judged. Closing it stops what was started for it, and nothing else.
 */
public final class Started implements AutoCloseable {

  private final Profile profile;
  private final Optional<Restartable> running;
  private final String replay;
  private final Source source;

  Started(Profile profile, Optional<Restartable> running, String replay, Source source) {
    this.profile = profile;
    this.running = running;
    this.replay = replay;
    this.source = source;
  }

  /** What it promises and how to speak with it. */
  public Profile profile() {
    return profile;
  }

  /** How the user names it on the command line, with a space in front; empty for the default. */
  public String replay() {
    return replay;
  }

  /** Where its profile was read from, so that another process can read it too. */
  public Source source() {
    return source;
  }

  /**
   * Where a profile was read from.
   *
   * @param target URL or profile file
   * @param ports that stand for {@code {port}} and the like, as text
   */
  public record Source(String target, String ports) {}

  /** What can be done to it, if it was started here. */
  public Optional<Control> control() {
    return running.map(Control.class::cast);
  }

  /** Of its process, if it was started here; else 0. */
  public long pid() {
    return running.map(Restartable::running).map(Running::pid).orElse(0L);
  }

  /** The end of what it printed, if it was started here and has died. */
  public Optional<String> deathLog() {
    return running.map(Restartable::running).filter(r -> !r.isAlive()).map(Running::tail);
  }

  @Override
  public void close() {
    running.ifPresent(Restartable::close);
  }
}
