package io.solewire.cli;

import io.solewire.conformance.catalogue.Catalogue;
import io.solewire.profile.KnownFailures;
import io.solewire.profile.KnownFailuresReader;
import io.solewire.result.Shell;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command has that judges cases. */
final class KnownOption {

  @Option(
      names = "--known-failing",
      paramLabel = "FILE",
      description = "List of known failures, which do not count.")
  private Path file;

  KnownFailures read() {
    return file == null
        ? KnownFailures.NONE
        : Problems.orFail(() -> KnownFailuresReader.read(file, Catalogue.ids()));
  }

  /** As it is typed, with a space in front; empty if it was not given. */
  String given() {
    return file == null ? "" : " --known-failing " + Shell.word(file.toString());
  }
}
