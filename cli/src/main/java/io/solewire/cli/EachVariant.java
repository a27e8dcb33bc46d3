package io.solewire.cli;

import io.solewire.report.overview.Overview;
import io.solewire.report.overview.RunFolder;
import io.solewire.report.overview.RunFolders;
import io.solewire.result.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One command on all variants of a target, one after the other, each with a folder of its own, and
 * one page of all at the end. A variant that cannot be judged keeps none of the others from it.
 *
 * @param spec the command
 * @param folder of all of them
 * @param interruption ends it before the next one
 */
record EachVariant(CommandSpec spec, Path folder, Interruption interruption) {

  /** What is done with one of them. */
  @FunctionalInterface
  interface Command {

    /**
     * Does it.
     *
     * @param target name of the variant
     * @param out folder for its results
     * @return its exit code
     */
    int run(String target, Optional<Path> out);
  }

  /**
   * Does it with each.
   *
   * @param names of the variants
   * @param command what is done
   * @return the exit code that comes first in the order of {@link ExitCode}
   */
  int run(List<String> names, Command command) {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    for (String name : names) {
      if (interruption.happened()) {
        codes.add(ExitCode.INTERRUPTED);
        break;
      }
      print("== " + name);
      codes.add(one(name, command));
      print("");
    }
    try {
      overview();
    } catch (IOException e) {
      spec.commandLine().getErr().println("solewire: " + OutputFolder.reason(e));
      codes.add(ExitCode.HARNESS);
    }
    return codes.iterator().next().number();
  }

  private ExitCode one(String name, Command command) {
    Path out = folder.resolve(name.replace('/', '-'));
    try {
      int code = command.run(name, Optional.of(out));
      return Stream.of(ExitCode.values()).filter(c -> c.number() == code).findFirst().orElseThrow();
    } catch (CommandException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return e.exitCode();
    }
  }

  private void overview() throws IOException {
    List<RunFolder> runs =
        RunFolders.in(List.of(folder), List.of()).found().stream().map(RunFolder::read).toList();
    if (!runs.isEmpty()) {
      Overview overview = Overview.of(runs);
      overview.table().forEach(this::print);
      overview.write(folder);
      print("");
      print("overview " + folder.resolve(Overview.FILE));
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
