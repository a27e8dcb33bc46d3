package io.solewire.cli;

import io.solewire.cli.target.Started;
import io.solewire.conformance.run.Judged;
import io.solewire.history.Redactor;
import io.solewire.profile.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * One use of a command that judges. Immutable.
 *
 * @param command the command with {@code ./solewire} in front, for the replay
 * @param options what was asked for besides the target, as it is typed
 * @param target what is judged
 * @param folder where results go
 * @param terminal where it is said
 * @param interruption what Ctrl-C does
 * @param seed replays the plan
 * @param begin when it began
 * @param strict true if a broken SHOULD fails
 */
record Session(
    String command,
    String options,
    Started target,
    Path folder,
    Terminal terminal,
    Interruption interruption,
    long seed,
    Instant begin,
    boolean strict) {

  static long seed(Long asked) {
    return asked == null ? new SplittableRandom().nextLong(1, 1_000_000) : asked;
  }

  Profile profile() {
    return target.profile();
  }

  Redactor redactor() {
    return new Redactor(profile().secrets());
  }

  /** The command that does it again, without {@code --seed}. */
  String replay() {
    return command + redactor().clean(target.replay()) + options + strictly();
  }

  /** That a broken SHOULD fails, as it is typed, with a space in front; empty if it does not. */
  String strictly() {
    return OutputOptions.strictly(strict);
  }

  /** What is judged here, with nothing judged yet. */
  Judged judged() {
    return new Judged(profile(), Version.tool(), replay(), seed, begin, strict)
        .deathLog(target.deathLog());
  }

  String url() {
    return profile().endpoint().where();
  }
}
