package io.solewire.cli;

import io.solewire.profile.Ports;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileReader;
import io.solewire.profile.Variables;
import io.solewire.result.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "profile", mixinStandardHelpOptions = true, description = "Looks at profiles.")
final class ProfileCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected 'profile check FILE'");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads a profile and reports every problem at once.")
  int check(
      @Parameters(paramLabel = "FILE", description = "The profile.") Path file,
      @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Override a key.")
          List<String> set) {
    List<String> pairs = set == null ? new ArrayList<>() : set;
    Variables known = Ports.NONE.variables();
    Profile profile =
        Problems.orFail(() -> ProfileReader.read(file, Arguments.pairs(pairs), known));
    spec.commandLine().getOut().println(file + ": a valid profile of " + profile.name());
    spec.commandLine().getOut().flush();
    return ExitCode.OK.number();
  }
}
