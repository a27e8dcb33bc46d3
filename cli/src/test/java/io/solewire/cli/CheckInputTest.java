package io.solewire.cli;

import io.solewire.result.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that were damaged, cut, or never were any. */
class CheckInputTest {

  @TempDir private static Path run;
  private static List<String> lines;

  @TempDir private Path folder;

  @BeforeAll
  static void recordOne() throws Exception {
    try (Target target = Target.honest()) {
      Cli.run(Cli.conform(run, target.profile(run), "--only", "B*")).with(ExitCode.OK);
    }
    lines = Files.readAllLines(run.resolve("history.jsonl"));
  }

  @Test
  void aWholeOneIsJudgedAsItWas() throws Exception {
    check(lines).with(ExitCode.OK).saying("7 of 7 cases pass");
  }

  @Test
  void anEmptyFolderHasNone() {
    Cli.run("check", folder.toString()).with(ExitCode.USAGE).saying("no history there:");
  }

  @Test
  void anotherJsonFileIsNone() throws Exception {
    String result = run.resolve("result.json").toString();
    Cli.run("check", result).with(ExitCode.USAGE).saying("not the first line of a history");
    check(List.of("{\"a\": 1}")).with(ExitCode.USAGE).saying("not the first line of a history");
  }

  @Test
  void aBrokenLineIsNamed() throws Exception {
    List<String> broken = new ArrayList<>(lines);
    broken.add(5, "garbage");
    check(broken).with(ExitCode.USAGE).saying("history.jsonl:6: not JSON");
  }

  @Test
  void aCaseOfAnotherReleaseIsNamed() throws Exception {
    List<String> foreign = lines.stream().map(l -> l.replace("B1.", "Z9.")).toList();
    check(foreign).with(ExitCode.USAGE).saying("\"Z9.idle-incumbent\" is no case");
  }

  @Test
  void aHistoryOfANewerFormatIsNamed() throws Exception {
    List<String> newer = new ArrayList<>(lines);
    newer.set(0, newer.get(0).replace("\"format\":1", "\"format\":2"));
    check(newer).with(ExitCode.USAGE).saying("history format 2, this release reads 1");
  }

  @Test
  void oneThatWasCutOffProvesNothing() throws Exception {
    for (int keep : List.of(1, 2, lines.size() / 3, lines.size() / 2, lines.size() - 1)) {
      check(lines.subList(0, keep))
          .with(ExitCode.INTERRUPTED)
          .saying("nothing proven")
          .saying("ends after " + keep + (keep == 1 ? " line" : " lines") + ", before the run did");
    }
  }

  @Test
  void oneThatWasCutOffWithinALineIsJudgedAsFarAsItGoes() throws Exception {
    String whole = String.join("\n", lines.subList(0, lines.size() / 2));
    Files.writeString(folder.resolve("history.jsonl"), whole.substring(0, whole.length() - 9));
    Cli.run("check", folder.toString())
        .with(ExitCode.INTERRUPTED)
        .saying("was cut off: " + (lines.size() / 2 - 1) + " lines could be read and were judged");
  }

  @Test
  void aCompressedOneIsJudgedAsItWas() throws Exception {
    check(packed(lines)).with(ExitCode.OK).saying("7 of 7 cases pass");
  }

  @Test
  void aCompressedOneThatWasCutOffIsJudgedAsFarAsItGoes() throws Exception {
    byte[] packed = packed(lines);
    check(Arrays.copyOf(packed, packed.length * 2 / 3))
        .with(ExitCode.INTERRUPTED)
        .saying("was cut off: ");
  }

  @Test
  void aCompressedOneWithAnotherChecksumIsNamed() throws Exception {
    byte[] packed = packed(lines);
    packed[packed.length - 7] ^= 1;
    check(packed).with(ExitCode.USAGE).saying("history.jsonl.gz:" + (lines.size() + 1) + ": ");
  }

  @Test
  void aConnectionThatGoesBackInTimeIsNamed() throws Exception {
    List<String> shuffled = new ArrayList<>(lines);
    String last = "{\"t\":90000000000,\"case\":\"B1.x\",\"user\":\"u\",\"conn\":\"c\",";
    shuffled.add(1, last + "\"e\":\"fin-in\"}");
    shuffled.add(2, last.replace("90000000000", "7") + "\"e\":\"admitted\"}");
    check(shuffled).with(ExitCode.USAGE).saying(":3: \"t\" is 7, but c of u has been seen at 9");
  }

  @Test
  void whatComesAfterTheEndOfItsCaseIsNamed() throws Exception {
    String id = lines.get(1).replaceFirst(".*\"case\":\"([^\"]+)\".*", "$1");
    String late = "{\"t\":900000000000,\"case\":\"" + id + "\",\"e\":\"fin-in\",";
    List<String> more = new ArrayList<>(lines);
    more.add(late + "\"user\":\"u\",\"conn\":\"c\"}");
    String place = "history.jsonl:" + more.size() + ": ";
    check(more).with(ExitCode.USAGE).saying(place + "fin-in after the end of its case, " + id);
  }

  @Test
  void aCaseThatIsThereTwiceIsNamed() throws Exception {
    List<String> twice = new ArrayList<>(lines);
    twice.addAll(lines.subList(1, lines.size()));
    String again = "history.jsonl:" + (lines.size() + 1) + ": the case ";
    check(twice).with(ExitCode.USAGE).saying(again).saying("begins a second time");
    List<String> begun = new ArrayList<>(lines);
    begun.add(2, lines.get(1));
    check(begun).with(ExitCode.USAGE).saying("history.jsonl:3: the case ").saying("a second time");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedLineIsNamedWithTheReason(String from, String to, String reason) throws Exception {
    List<String> damaged = new ArrayList<>(lines);
    int at = 0;
    while (!damaged.get(at).contains("\"e\":\"admitted\"")) {
      at++;
    }
    damaged.set(at, damaged.get(at).replaceFirst(from, to));
    check(damaged).with(ExitCode.USAGE).saying("history.jsonl:" + (at + 1) + ": ").saying(reason);
  }

  static List<Arguments> damages() {
    return List.of(
        Arguments.of("\"t\":\\d+", "\"t\":-1", "\"t\" is -1, expected a whole number"),
        Arguments.of("\"t\":", "\"t\":1234567890123456", "expected a whole number"),
        Arguments.of("\"t\":\\d+", "\"t\":\"soon\"", "\"t\" is \"soon\", expected"),
        Arguments.of("\"t\":\\d+", "\"t\":NaN", "not JSON"),
        Arguments.of("\"conn\"", "\"con\"", "expected \"user\" and \"conn\" of admitted"),
        Arguments.of("\"t\"", "\"T\"", "expected an event with \"t\" and \"e\""),
        Arguments.of("admitted", "let-in", "unknown event \"let-in\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a,b\n1,2\n",
        "<!doctype html><p>hello",
        "{\"log\":{\"version\":\"1.2\"}}\n",
        "{\"format\":\"JUnit\"}\n{}\n",
        "\u0000\u0001\u0002 binary",
        "%PDF-1.7\n"
      })
  void whatIsNoHistoryIsRefusedAtItsFirstLine(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("some.jsonl"), text);
    Cli.run("check", file.toString()).with(ExitCode.USAGE).saying("some.jsonl:1: ");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws Exception {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 9] = (byte) 0xFE;
    Files.write(folder.resolve("history.jsonl"), bytes);
    Cli.run("check", folder.toString())
        .with(ExitCode.USAGE)
        .saying("history.jsonl:" + lines.size() + ": not JSON: Invalid UTF-8");
  }

  private static byte[] packed(List<String> text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write((String.join("\n", text) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private Ended check(byte[] packed) throws IOException {
    Path file = Files.write(folder.resolve("history.jsonl.gz"), packed);
    return Cli.run("check", file.toString());
  }

  private Ended check(List<String> text) throws IOException {
    Files.write(folder.resolve("history.jsonl"), text);
    return Cli.run("check", folder.toString());
  }
}
