package io.solewire.cli;

import io.solewire.report.Evidence;
import io.solewire.report.FileSet;
import io.solewire.report.Reports;
import io.solewire.report.Words;
import io.solewire.report.overview.Overview;
import io.solewire.report.overview.RunFolder;
import io.solewire.report.overview.RunFolders;
import io.solewire.result.ExitCode;
import io.solewire.result.Results;
import io.solewire.result.RunResult;
import io.solewire.result.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the reports of a run anew, or index.html for several runs,",
      "from their result.json. It shows what was judged and judges nothing."
    },
    footer = {
      "",
      "Of one run: report.html, junit.xml and summary.md. Of several: one page with",
      "targets, rules and latencies, and links to their reports, which it leaves alone.",
      "Exit: 0 written, 2 something could not be read (the rest is shown), 70 not",
      "written; whatever the verdicts are."
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folder of a run, or one whose sub-folders are such.")
  private List<Path> given;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for what is written (default: DIR, if it is one).")
  private Path out;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "Earlier run whose load is laid over that of the one run.")
  private Path baseline;

  @Override
  public Integer call() {
    RunFolders folders = RunFolders.in(given, galleries());
    List<RunFolder> runs = folders.found().stream().map(RunFolder::read).toList();
    List<String> problems = new ArrayList<>(folders.problems());
    runs.forEach(run -> problems.addAll(run.problems()));
    boolean one = given.size() == 1 && runs.size() == 1 && isItself(runs.get(0));
    if (!one && baseline != null) {
      problems.add("--baseline " + baseline + ": expected one run to lay it over");
    }
    try {
      if (one) {
        one(runs.get(0));
      } else if (!runs.isEmpty()) {
        several(runs, problems);
      }
    } catch (IOException e) {
      problems.forEach(this::complain);
      throw new CommandException(ExitCode.HARNESS, OutputFolder.reason(e));
    }
    problems.forEach(this::complain);
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE).number();
  }

  /** Where a mistyped name may have been meant to lead. */
  private static List<Path> galleries() {
    Path home = Path.of(System.getProperty("solewire.home", ""));
    return List.of(
        Path.of("reports", "published"),
        Path.of("reports", "runs"),
        home.resolve("reports").resolve("published"));
  }

  /** Rather than one that is alone in the folder that was given. */
  private boolean isItself(RunFolder run) {
    return Files.isRegularFile(given.get(0)) || run.path().equals(given.get(0));
  }

  private void one(RunFolder run) throws IOException {
    if (run.result().isEmpty()) {
      return;
    }
    RunResult result = run.result().get();
    if (!run.whole()) {
      // Written anew it would lose what could not be read, so all stays as it is.
      print(result.cases() == null ? "no cases" : Words.counts(result));
      print("not all of it could be read: nothing is written");
      return;
    }
    Path folder = out == null ? run.path() : out;
    Reports.render(result, folder, evidence(run, result));
    copyResult(run.path(), folder);
    print(Visible.line(Words.headline(result)));
    print("report   " + folder.resolve(Reports.HTML));
  }

  /** Byte for byte: a newer release may have put into it what this one does not know. */
  private static void copyResult(Path from, Path to) throws IOException {
    Path original = from.resolve(Results.FILE);
    Path copy = to.resolve(Results.FILE);
    if (Files.exists(copy) && Files.isSameFile(original, copy)) {
      return;
    }
    try (FileSet files = new FileSet(to)) {
      files.put(Results.FILE, Files.readAllBytes(original));
      files.publish();
    }
  }

  private Evidence evidence(RunFolder run, RunResult result) {
    Evidence evidence = Evidence.of(result, run.path());
    return baseline == null ? evidence : evidence.against(EarlierRun.load(baseline, result));
  }

  private void several(List<RunFolder> runs, List<String> problems) throws IOException {
    Overview overview = Overview.of(runs);
    overview.table().forEach(this::print);
    if (out == null && given.size() > 1) {
      problems.add("--out: expected the folder for " + Overview.FILE + ", as there are several");
      return;
    }
    Path folder = out == null ? given.get(0) : out;
    overview.write(folder);
    print("");
    print("overview " + folder.resolve(Overview.FILE));
  }

  private void print(String line) {
    PrintWriter to = spec.commandLine().getOut();
    to.println(line);
    to.flush();
  }

  private void complain(String problem) {
    spec.commandLine().getErr().println("solewire: " + Visible.line(problem));
  }
}
