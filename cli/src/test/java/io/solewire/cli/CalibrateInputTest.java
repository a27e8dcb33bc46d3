package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.solewire.result.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a calibration does not listen to is told before anything is started. */
class CalibrateInputTest {

  @TempDir private Path folder;

  @Test
  void everythingThatContradictsItIsToldAtOnce() {
    Path out = folder.resolve("out");
    String given =
        "load --calibrate ws://127.0.0.1:1/ws?user={user} --rate 5 --users 5 --warmup 1s"
            + " --duration 1s --popularity zipf --simulation takeover --gate violations==0"
            + " --gate rate>5 --strict --set quiet=1s --out "
            + out;
    Ended ended =
        Cli.run(given.split(" "))
            .with(ExitCode.USAGE)
            .saying("TARGET: expected none, since --calibrate starts a server of its own")
            .saying("--rate: not to be given with --calibrate, which makes plans of its own")
            .saying("--users: not to be given with --calibrate, which makes plans of its own")
            .saying("--warmup: not to be given with --calibrate, ")
            .saying("--duration: not to be given with --calibrate, ")
            .saying("--popularity: not to be given with --calibrate, ")
            .saying("--simulation: not to be given with --calibrate, ")
            .saying("--gate: not to be given with --calibrate, which judges no server")
            .saying("--strict: not to be given with --calibrate, which judges no server")
            .saying("--set: not to be given with --calibrate, which has a profile of its own");
    assertEquals(10, ended.err().lines().count(), ended.err());
    assertFalse(Files.exists(out), "nothing is made for what is refused");
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Cli.run("load", "--calibrate", "--out", file.toString())
        .with(ExitCode.USAGE)
        .saying("--out " + file + ": expected a folder that can be made and written to");
  }
}
