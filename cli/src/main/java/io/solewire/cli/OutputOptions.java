package io.solewire.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options that every command that judges has. */
final class OutputOptions {

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results.")
  private Path out;

  @Option(names = "--quiet", description = "Print what is bad and the verdict, nothing else.")
  private boolean quiet;

  @Option(names = "--json", description = "Print result.json instead of text.")
  private boolean json;

  @Option(names = "--no-color", description = "No colors, no moving line.")
  private boolean noColor;

  @Option(names = "--strict", description = "A broken SHOULD fails as well.")
  private boolean strict;

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  boolean quiet() {
    return quiet || json;
  }

  boolean json() {
    return json;
  }

  boolean strict() {
    return strict;
  }

  /** As it is typed, with a space in front; empty if it was not given. */
  static String strictly(boolean strict) {
    return strict ? " --strict" : "";
  }

  Terminal terminal(CommandLine line) {
    boolean live = System.console() != null && System.getenv("TERM") != null;
    boolean color = live && !noColor && System.getenv("NO_COLOR") == null;
    return new Terminal(line.getOut(), line.getErr(), color, quiet(), System::nanoTime);
  }
}
