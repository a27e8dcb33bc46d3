package io.solewire.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileDocumentTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String START = "profile: 1\nurl: ws://h/{user}\n";

  @Test
  void brokenYamlIsOneProblemWithItsLine() {
    assertEquals(
        "test.yaml:3: expected valid YAML, but mapping values are not allowed here",
        only(START + "quiet: 2s: 3s"));
    assertEquals(
        "test.yaml:3: expected valid YAML, but found character '\\t(TAB)' that cannot start any"
            + " token. (Do not use \\t(TAB) for indentation) while scanning for the next token",
        only("evicted:\n  within: 1s\n\tforce: 5s\n"));
    assertTrue(only("profile: 1\nurl: 'ws://h").startsWith("test.yaml:2: expected valid YAML"));
    assertTrue(only("profile: 1\n---\nprofile: 1\n").startsWith("test.yaml:2: expected valid"));
  }

  @Test
  void anEmptyDocumentIsOneProblem() {
    assertEquals("test.yaml: expected a profile, but the document is empty", only(""));
    assertEquals("test.yaml: expected a profile, but the document is empty", only("# only\n"));
    assertEquals("test.yaml:1: expected a profile: a mapping such as profile: 1", only("- a\n"));
    assertEquals("test.yaml:1: expected a profile: a mapping such as profile: 1", only("a"));
  }

  @Test
  void bytesThatAreNoTextAreOneProblemWithTheirLine() {
    assertEquals(
        "test.yaml:3: expected valid YAML, but character U+0000 is not allowed",
        only(START + "name: a\0b"));
    byte[] latin = (START + "name: Müller").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("test.yaml:3: expected UTF-8, but byte 0xfc here is not", only(latin));
    assertEquals(
        "test.yaml:1: expected UTF-8, but byte 0xff here is not",
        only(("\uFEFF" + START).getBytes(StandardCharsets.UTF_16LE)));
    byte[] cut = {'a', (byte) 0xc3};
    assertEquals("test.yaml:1: expected UTF-8, but byte 0xc3 here is not", only(cut));
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertEquals("test", Documents.profile("\uFEFF" + START).name());
  }

  @Test
  void aTextOfMoreThanOneMebibyteIsNotRead() {
    String large = START + "#" + "x".repeat(1 << 20);
    assertEquals("test.yaml: expected a profile of at most 1 MiB", only(large));
  }

  @Test
  void deepNestingEndsBeforeTheStackDoes() {
    String deep = "valid YAML, but it is nested more than 32 levels deep";
    for (String open : List.of("[", "{a: ", "- ", "? ", "[{a: ")) {
      String problem = only("x: \n  " + open.repeat(1_000_000 / open.length()));
      assertTrue(problem.endsWith(deep), problem);
    }
  }

  @Test
  void aliasesDoNotFillTheMemory() {
    StringBuilder laughs = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'g'; c++) {
      String previous = "*" + (char) (c - 1);
      laughs.append(c + ": &" + c + " [" + (previous + ",").repeat(8) + previous + "]\n");
    }
    String problem = only(laughs.toString());
    assertTrue(problem.contains("aliases count as copies"), problem);
    assertTrue(only("a: &a [*a]").contains("it contains itself"), "a list in itself");
    assertTrue(only("a: &a { b: *a }").contains("it contains itself"), "a mapping in itself");
    assertTrue(only("&a ? *a\n: b").contains("expected valid YAML"), "a key in itself");
  }

  @Test
  void aliasesAndMergeKeysMayBeUsed() {
    Profile profile =
        Documents.profile(
            START + "evicted: &codes { codes: [4001], within: 2s }",
            "refused: { codes: &c [4009] }",
            "closes: { shutdown: *c }",
            "damper: { after: 1, in: &five 5s }",
            "quiet: *five");
    assertEquals(Duration.ofSeconds(5), profile.quiet());
    assertEquals("4009", profile.closes().shutdown().toString());
  }

  @Test
  void longExpressionsAndTemplatesDoNotEndTheStack() {
    String brackets = "(".repeat(300_000);
    String problem = only(START + "evicted: { reason: '" + brackets + "' }");
    assertTrue(problem.contains("but: Stack overflow during pattern compilation"), "cut");
    String forms = "{base64:".repeat(60_000);
    Documents.profile(START + "headers: { A: '" + forms + "' }");
    Documents.profile(START + "headers: { A: '" + forms + "}".repeat(60_000) + "' }");
  }

  @Test
  void aFileThatCannotBeReadIsOneProblem(@TempDir Path folder) {
    assertEquals(
        folder.resolve("none.yaml") + ": expected a file, but there is none of this name",
        message(folder.resolve("none.yaml")));
    assertEquals(folder + ": expected a file, but this is a folder", message(folder));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    List<String> problems = Documents.problems(START + "\"\\e[2J\": 1\nname: \"\\e[31m\\u202E\"");
    assertFalse(problems.toString().chars().anyMatch(c -> c == 0x1b || c == 0x202e));
    assertTrue(problems.get(0).contains("\\u001b[2J"), problems.get(0));
  }

  /** Whatever is done to a document, the answer is a profile or a list of problems. */
  @Test
  void damageToADocumentIsAnsweredWithProblemsOnly() throws IOException {
    byte[] sample = Files.readAllBytes(Documents.resource("full.yaml"));
    String noise = "{}[]:,-?&*!|>'\"%@`#\n\t \0\\<~.0a\u00e9";
    SplittableRandom random = new SplittableRandom(8812);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = sample.clone();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        damaged[random.nextInt(damaged.length)] =
            (byte) noise.charAt(random.nextInt(noise.length()));
      }
      refused += refused(damaged) ? 1 : 0;
    }
    assertTrue(refused > 100, "refused: " + refused);
  }

  private static boolean refused(byte[] document) throws IOException {
    Path file = Documents.write(document);
    try {
      ProfileReader.read(file, Map.of(), Variables.NONE, Documents.ENVIRONMENT::get);
      return false;
    } catch (ProfileException e) {
      assertFalse(e.problems().isEmpty());
      return true;
    } finally {
      Files.delete(file);
      Files.delete(file.getParent());
    }
  }

  private static String message(Path file) {
    return assertThrows(
            ProfileException.class, () -> ProfileReader.read(file, Map.of(), Variables.NONE))
        .getMessage();
  }

  private static String only(String document) {
    return only(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String only(byte[] document) {
    List<String> problems =
        assertTimeoutPreemptively(SOON, () -> Documents.problems(document, Map.of()));
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0);
  }
}
