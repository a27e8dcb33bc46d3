package io.solewire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "solewire",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description = {
      "Tests servers that promise: one user has at most one live WebSocket connection;",
      "the newest wins and the server closes the older one."
    },
    subcommands = {
      RunCommand.class,
      ConformCommand.class,
      LoadCommand.class,
      CheckCommand.class,
      ReportCommand.class,
      GalleryCommand.class,
      ServeCommand.class,
      RulesCommand.class,
      ProfileCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "TARGET is a ws:// or wss:// URL with {user} (quote it), a profile file, or the",
      "name of a target of the gallery; without one it is the reference server.",
      "--isolated before the command: in a network of its own (root, container engine).",
      "Exit: 0 kept, 1 broken, 2 usage, 3 nothing proven, 4 target, 70 harness, 130 ^C."
    })
final class Solewire implements Runnable {

  private final Interruption interruption;

  @Spec private CommandSpec spec;

  Solewire(Interruption interruption) {
    this.interruption = interruption;
  }

  /** What Ctrl-C does to the command. */
  Interruption interruption() {
    return interruption;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command");
  }
}
