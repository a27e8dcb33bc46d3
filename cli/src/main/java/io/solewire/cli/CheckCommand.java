package io.solewire.cli;

import io.solewire.conformance.run.Judged;
import io.solewire.history.Header;
import io.solewire.history.HistoryException;
import io.solewire.history.HistoryReader;
import io.solewire.history.Redactor;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.Profile;
import io.solewire.profile.ProfileException;
import io.solewire.profile.ProfileReader;
import io.solewire.result.CaseResult;
import io.solewire.result.Conclusion;
import io.solewire.result.FailureText;
import io.solewire.result.Shell;
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
    abbreviateSynopsis = true,
    description = "Judges a stored history again, to the same verdict.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private OutputOptions output;

  @Mixin private KnownOption known;

  @Parameters(
      paramLabel = "HISTORY",
      description = "history.jsonl, its .gz form, a load's, or the folder of a run.")
  private Path history;

  @Override
  public Integer call() {
    KnownFailures list = known.read();
    try {
      Optional<Path> load = StoredLoad.in(history);
      Path run = StoredRun.in(history);
      boolean onlyLoad = load.isPresent() && !StoredRun.isIn(run);
      Terminal terminal = output.terminal(spec.commandLine());
      Judged judged =
          onlyLoad ? judged(HistoryReader.header(load.get())) : cases(run, terminal, list);
      if (load.isPresent()) {
        Header header = HistoryReader.header(load.get());
        StoredLoad.Told told = StoredLoad.judge(load.get(), header, profile(header));
        judged.with(told.outcome());
        told.missing().ifPresent(judged::problem);
      }
      Optional<Verdicts.Destination> to =
          output
              .out()
              .map(asked -> OutputFolder.make(output.out(), ""))
              .map(folder -> new Verdicts.Destination(folder, load.isPresent() ? history : run));
      return Verdicts.publish(judged.result(), to, terminal, output.json(), Redactor.NONE).number();
    } catch (HistoryException e) {
      throw CommandException.usage(e.getMessage());
    }
  }

  private Judged judged(Header header) {
    return new Judged(
        profile(header), Version.tool(), replay(), header.seed(), Instant.now(), output.strict());
  }

  /** A history says of which server it is, not how that was named; so the history is named. */
  private String replay() {
    return "./solewire check "
        + Shell.word(history.toString())
        + known.given()
        + OutputOptions.strictly(output.strict());
  }

  private Judged cases(Path where, Terminal terminal, KnownFailures list) throws HistoryException {
    StoredRun run = StoredRun.look(where);
    Header header = run.header();
    String again =
        "./solewire conform " + FailureText.TARGET + OutputOptions.strictly(output.strict());
    Conclusion conclusion =
        new Conclusion(profile(header), header.seed(), again, run.about(), list);
    List<CaseResult> cases = run.judge(conclusion);
    cases.forEach(terminal::finished);
    Judged judged = judged(header);
    run.missing().ifPresent(judged::problem);
    return judged.with(cases, run.target(), run.cutShort());
  }

  private Profile profile(Header header) {
    try {
      return ProfileReader.readStored(history + ":1", header.profile(), header.target());
    } catch (ProfileException e) {
      throw CommandException.usage("the profile in the history cannot be used:\n" + e.getMessage());
    }
  }
}
