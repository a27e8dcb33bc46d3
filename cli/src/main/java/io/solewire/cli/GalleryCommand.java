package io.solewire.cli;

import io.solewire.cli.target.Gallery;
import io.solewire.report.gallery.Exhibition;
import io.solewire.report.gallery.Looks;
import io.solewire.report.overview.RunFolder;
import io.solewire.result.ExitCode;
import io.solewire.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "gallery",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the real servers of the gallery, and writes the table of them;",
      "or judges them again, and says what was never seen before."
    },
    footer = {
      "",
      "With --check, what is new is looked at twice more: it is a change if it is seen",
      "in two of three looks.",
      "Exit: 0 all were judged, or nothing is new; 1 something has changed; 2 usage,",
      "3 less was seen, or something new only once; 4 a target could not be judged,",
      "70 harness, 130 ^C."
    })
final class GalleryCommand implements Callable<Integer> {

  /** How a target says what it is, on a line of what it prints. */
  private static final Pattern VERSION = Pattern.compile("(?m)^version: (.{1,200})$");

  @Spec private CommandSpec spec;

  @ParentCommand private Solewire solewire;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Such as ws/all; default all.")
  private List<String> given = new ArrayList<>();

  @Option(names = "--check", description = "Compare with what was seen, and write nothing.")
  private boolean check;

  @Option(names = "--anew", description = "Forget what was seen before: the judges have changed.")
  private boolean anew;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all runs; default 1.")
  private long seed;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the runs.")
  private Path out;

  @Option(
      names = "--published",
      paramLabel = "DIR",
      description = "Folder of the table; default reports/published.")
  private Path published;

  @Override
  public Integer call() {
    if (check && anew) {
      throw CommandException.usage("--anew: nothing is written with --check; expected one of them");
    }
    List<String> names = names();
    Exhibition exhibition = exhibition();
    List<String> unknown = names.stream().filter(name -> exhibition.of(name).isEmpty()).toList();
    if (check && !unknown.isEmpty()) {
      throw CommandException.usage(
          "--check: expected targets that were published, but "
              + String.join(", ", unknown)
              + " never was: ./solewire gallery does it");
    }
    Path runs = OutputFolder.make(Optional.ofNullable(out), "gallery");
    solewire.interruption().arm();
    Set<ExitCode> codes = EnumSet.of(ExitCode.OK);
    for (String name : names) {
      if (solewire.interruption().happened()) {
        codes.add(ExitCode.INTERRUPTED);
        break;
      }
      print("== " + name);
      codes.add(one(name, runs.resolve(name.replace('/', '-')), exhibition));
      print("");
    }
    return codes.stream().filter(c -> c != ExitCode.OK).findFirst().orElse(ExitCode.OK).number();
  }

  private List<String> names() {
    if (given.isEmpty()) {
      return Gallery.names();
    }
    List<String> names = new ArrayList<>();
    for (String name : given) {
      names.addAll(Problems.orFail(() -> Gallery.expand(name)));
    }
    names.forEach(name -> Problems.orFail(() -> Gallery.profile(name)));
    return names;
  }

  private Exhibition exhibition() {
    Path home = Path.of(System.getProperty("solewire.home", ""));
    Path folder = published == null ? home.resolve("reports").resolve("published") : published;
    try {
      return Exhibition.in(folder);
    } catch (IOException e) {
      throw CommandException.usage(OutputFolder.reason(e));
    }
  }

  private ExitCode one(String name, Path folder, Exhibition exhibition) {
    try {
      return check ? compared(name, folder, exhibition) : shown(name, folder, exhibition);
    } catch (IOException e) {
      spec.commandLine().getErr().println("solewire: " + OutputFolder.reason(e));
      return ExitCode.HARNESS;
    }
  }

  /** Runs a target; empty if that could not be done to the end. */
  private Optional<RunFolder> ran(String how, String name, long with, Path folder) {
    CommandLine line = Main.line(new Solewire(solewire.interruption()));
    line.setOut(spec.commandLine().getOut()).setErr(spec.commandLine().getErr());
    line.execute(how, name, "--seed", Long.toString(with), "--quiet", "--out", folder.toString());
    RunFolder run = RunFolder.read(folder);
    boolean judged = run.whole() && isWhole(run.result().get());
    if (!judged && !solewire.interruption().happened()) {
      run.problems().forEach(this::print);
    }
    return judged && !solewire.interruption().happened() ? Optional.of(run) : Optional.empty();
  }

  /** Not if target or harness failed; a load that failed leaves a result without one. */
  static boolean isWhole(RunResult result) {
    boolean failed =
        Stream.of(ExitCode.TARGET, ExitCode.HARNESS)
            .anyMatch(code -> code.number() == result.exitCode());
    return !failed && (result.load() != null || result.problems().isEmpty());
  }

  private ExitCode failed() {
    return solewire.interruption().happened() ? ExitCode.INTERRUPTED : ExitCode.TARGET;
  }

  private ExitCode shown(String name, Path folder, Exhibition exhibition) throws IOException {
    Optional<RunFolder> run = ran("run", name, seed, folder);
    if (run.isEmpty()) {
      return failed();
    }
    RunResult result = run.get().result().orElseThrow();
    String tool = name.split("/")[0].equals("reference") ? result.tool() : "";
    if (anew) {
      exhibition.forget(name);
    }
    exhibition.add(name, run.get().path(), result, version(run.get().path()).orElse(tool));
    return ExitCode.OK;
  }

  private ExitCode compared(String name, Path folder, Exhibition exhibition) {
    Looks looks = new Looks(exhibition.of(name).orElseThrow());
    for (int look = 0; looks.areTooFew(); look++) {
      if (look > 0) {
        print("something is new: looking again, by seed " + (seed + look));
      }
      Path own = look == 0 ? folder : folder.resolveSibling(folder.getFileName() + "-" + look);
      Optional<RunFolder> run = ran("conform", name, seed + look, own);
      if (run.isEmpty()) {
        return failed();
      }
      looks.add(run.get().result().orElseThrow());
    }
    looks.changed().forEach(words -> print("changed: " + words));
    looks.once().forEach(words -> print("new, but no change: " + words));
    looks.unseen().forEach(words -> print("not seen this time: " + words));
    if (!looks.changed().isEmpty()) {
      return ExitCode.BROKEN;
    }
    boolean asBefore = looks.once().isEmpty() && looks.unseen().isEmpty();
    if (asBefore) {
      print("nothing is new");
    }
    return asBefore ? ExitCode.OK : ExitCode.UNPROVEN;
  }

  /** What the target says of itself, if it does. */
  private static Optional<String> version(Path folder) throws IOException {
    Path log = folder.resolve(OutputFolder.TARGET_LOG);
    return Files.exists(log)
        ? VERSION.matcher(Files.readString(log)).results().findFirst().map(m -> m.group(1))
        : Optional.empty();
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
