package io.solewire.cli;

import io.solewire.conformance.stage.Budget;
import io.solewire.result.ExitCode;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where the process begins and ends. */
public final class Main {

  private Main() {}

  /** What nobody caught would end with 1, which is a server's fault; no class has to be loaded. */
  private static final int HARNESS = 70;

  /**
   * Runs a command.
   *
   * @param args see {@code solewire --help}
   */
  @SuppressWarnings("checkstyle:RegexpSinglelineJava")
  public static void main(String[] args) {
    int code = HARNESS;
    try {
      code = run(UnaryOperator.identity(), args);
    } catch (RuntimeException | Error e) {
      System.err.println("solewire failed: " + e + remedy(e));
    }
    System.exit(code);
  }

  private static String remedy(Throwable problem) {
    if (!(problem instanceof OutOfMemoryError) || !("" + problem.getMessage()).contains("heap")) {
      return "";
    }
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    return " (of "
        + mebibytes
        + " MiB at most): give it more, as in SOLEWIRE_JAVA_OPTS=-Xmx"
        + ((mebibytes >> 9) + 1)
        + "g ./solewire ...";
  }

  static int run(UnaryOperator<CommandLine> printing, String... args) {
    try (Interruption interruption = new Interruption()) {
      int code = printing.apply(line(new Solewire(interruption))).execute(args);
      interruption.endWith(code);
      return code;
    }
  }

  /** The command line, which may be read several times in one process, one after the other. */
  static CommandLine line(Solewire solewire) {
    CommandLine line = new CommandLine(solewire);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(java.time.Duration.class, Arguments::duration);
    line.registerConverter(Long.class, Arguments::whole);
    line.registerConverter(int.class, Arguments::small);
    line.registerConverter(Integer.class, Arguments::small);
    line.registerConverter(Double.class, Arguments::number);
    line.registerConverter(Budget.class, Arguments::budget);
    line.setParameterExceptionHandler(Main::usage);
    line.setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, command));
    return line;
  }

  private static int usage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(Mistyped.words(problem));
    command.getErr().println("Try '" + name + " --help'.");
    return ExitCode.USAGE.number();
  }

  private static int failed(Exception problem, CommandLine command) {
    if (problem instanceof CommandException expected) {
      command.getErr().println(expected.getMessage());
      return expected.exitCode().number();
    }
    command.getErr().println("solewire failed: " + problem);
    StackTraceElement[] trace = problem.getStackTrace();
    if (trace.length > 0) {
      command.getErr().println("  at " + trace[0] + " (please report this)");
    }
    if (System.getenv("SOLEWIRE_DEBUG") != null) {
      problem.printStackTrace(command.getErr());
    }
    return ExitCode.HARNESS.number();
  }
}
