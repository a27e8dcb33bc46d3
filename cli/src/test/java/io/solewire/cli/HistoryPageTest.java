package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the page on the format shows is judged as the page says. */
@Execution(ExecutionMode.CONCURRENT)
class HistoryPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("solewire.home"), "harness", "HISTORY.md");

  @TempDir private Path folder;

  @Test
  void theExamplePasses() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.jsonl"), block("json"));
    Cli.run("check", file.toString()).with(ExitCode.OK).saying("1 of 1 case passes");
  }

  @Test
  void withoutTheEndOfTheIncumbentNobodyWatchedItLongEnough() throws IOException {
    String without =
        block("json")
            .lines()
            .filter(l -> !l.matches(".*\"c1\",\"e\":\"(close-in|close-out|fin-in)\".*"))
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = Files.writeString(folder.resolve("mine.jsonl"), without);
    Cli.run("check", file.toString()).with(ExitCode.UNPROVEN).saying("was not watched");
  }

  @Test
  void theClientFindsAnHonestServerHonest() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run("check", recordedFrom(target)).with(ExitCode.OK).saying("1 of 1 case passes");
    }
  }

  @Test
  void theClientFindsOutOneThatNeverEvicts() throws Exception {
    try (Target target = Target.with("never-evicts")) {
      Cli.run("check", recordedFrom(target)).with(ExitCode.BROKEN).saying("both are alive");
    }
  }

  private String recordedFrom(Target target) throws Exception {
    Requirement.PLAIN_PYTHON.orSkip();
    Path client = Files.writeString(folder.resolve("client.py"), block("python"));
    Path file = folder.resolve("mine.jsonl");
    String port = Integer.toString(target.server().port());
    Process process =
        new ProcessBuilder(List.of("python3", client.toString(), "127.0.0.1", port))
            .redirectOutput(file.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    boolean ended = process.waitFor(40, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "the client ends");
    assertEquals("", Files.readString(folder.resolve("err")));
    return file.toString();
  }

  /** The only block of code in this language. */
  private static String block(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("(?s)\n```" + language + "\n(.*?)```\n").matcher(Files.readString(PAGE));
    assertTrue(matcher.find(), "a block of " + language);
    return matcher.group(1);
  }
}
