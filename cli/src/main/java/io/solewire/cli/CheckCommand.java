package io.solewire.cli;

import io.solewire.history.Header;
import io.solewire.history.HistoryException;
import io.solewire.history.Redactor;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.Attribution;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Judges a stored history again; the same history gives the same verdict.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "HISTORY",
      description = "history.jsonl, its .gz form, or the folder of a run.")
  private Path history;

  @Override
  public Integer call() {
    StoredRun run = read();
    Header header = run.header();
    Profile profile = profile(header);
    long until = run.trustedUntil();
    String replay = "./solewire conform TARGET";
    Conclusion conclusion = new Conclusion(profile, header.seed(), replay, until);
    Terminal terminal = output.terminal(spec.commandLine());
    List<CaseResult> cases = Attribution.conclude(conclusion, run.segments());
    cases.forEach(terminal::finished);
    Optional<String> target = run.target();
    Judged judged =
        new Judged(profile, replay, header.seed(), Instant.now(), output.strict())
            .with(cases, target, run.cutShort());
    Optional<Path> folder = output.out().map(asked -> OutputFolder.make(output.out(), ""));
    return Verdicts.publish(judged.result(), folder, terminal, output.json(), Redactor.NONE)
        .number();
  }

  private StoredRun read() {
    try {
      return StoredRun.read(history);
    } catch (HistoryException e) {
      throw CommandException.usage(e.getMessage());
    }
  }

  private Profile profile(Header header) {
    try {
      return ProfileReader.readStored(history + ":1", header.profile(), header.target());
    } catch (ProfileException e) {
      throw CommandException.usage("the profile in the history cannot be used:\n" + e.getMessage());
    }
  }
}
