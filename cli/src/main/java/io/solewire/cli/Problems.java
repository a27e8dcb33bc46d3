package io.solewire.cli;

import io.solewire.conformance.target.TargetException;
import io.solewire.profile.ProfileException;
import io.solewire.result.ExitCode;

/** Turns what is wrong with a target into the command's message and exit code. Stateless. */
final class Problems {

  private Problems() {}

  /** Something that needs a target. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws TargetException, ProfileException;
  }

  static <T> T orFail(Step<T> step) {
    try {
      return step.run();
    } catch (ProfileException e) {
      throw CommandException.usage(e.getMessage());
    } catch (TargetException e) {
      throw new CommandException(code(e.kind()), e.getMessage());
    }
  }

  private static ExitCode code(TargetException.Kind kind) {
    return switch (kind) {
      case USAGE -> ExitCode.USAGE;
      case NOT_STARTED -> ExitCode.TARGET;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
    };
  }
}
