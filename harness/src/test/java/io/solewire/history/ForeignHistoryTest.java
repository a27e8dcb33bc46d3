package io.solewire.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is no history is refused with its name, the line and the reason. */
class ForeignHistoryTest {

  private static final String HEAD = "{'format':1,'seed':1,'profile':'{}'}";

  private static final String EVENT = "'t':1,'case':'A1.x'";
  private static final String CONN = "'user':'u','conn':'c1'";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | ``                                                      | empty, expected a history
          1 | hello                                                   | not the first line of a history
          1 | {                                                       | not the first line of a history
          1 | []                                                      | not the first line of a history
          1 | {'format':1}                                            | not the first line of a history
          1 | {'format':'one','profile':'{}'}                         | not the first line of a history
          1 | {'format':1,'profile':'{}','seed':'x'}                  | not the first line of a history
          1 | {'format':2}                                            | history format 2, this release reads 1
          2 | HEAD~oops~{}                                  | not JSON
          2 | HEAD~oops~                                    | not JSON
          2 | HEAD~{EV,'e':'case-begin'}{EV,'e':'case-end'}~ | not JSON
          2 | HEAD~{}                                       | expected an event with "t" and "e"
          2 | HEAD~{'t':1,'case':'A1.x'}                    | expected an event with "t" and "e"
          2 | HEAD~{'t':1.5,'e':'admitted'}                 | "t" is 1.5, expected a whole number, 0 to 1000000000000000000
          2 | HEAD~{'t':-1,'e':'admitted'}                  | "t" is -1, expected a whole number
          2 | HEAD~{'t':99999999999999999999,'e':'admitted'} | "t" is 99999999999999999999, expected a whole number
          2 | HEAD~{'t':1000000000000000001,'e':'admitted'} | "t" is 1000000000000000001, expected a whole number
          2 | HEAD~{'t':'1','e':'admitted'}                 | "t" is "1", expected a whole number
          2 | HEAD~{'t':NaN,'e':'admitted'}~                | not JSON
          2 | HEAD~{'t':1,'e':'exploded'}                   | unknown event "exploded"
          2 | HEAD~{'t':1,'e':7}                            | "e" is 7, expected a text
          2 | HEAD~{'t':1,'e':'case-begin'}                 | expected the case of the event in "case"
          2 | HEAD~{EV,'e':'admitted'}                      | expected "user" and "conn" of admitted
          2 | HEAD~{EV,'e':'admitted','user':'u'}           | expected "user" and "conn" of admitted
          2 | HEAD~{EV,'e':'published','id':'m'}            | expected "user" of published
          2 | HEAD~{EV,UC,'e':'probe-sent'}                 | expected "id" of probe-sent
          2 | HEAD~{EV,UC,'e':'fault'}                      | expected "name" of fault
          2 | HEAD~{EV,UC,'e':'close-in','code':'4409'}     | "code" is "4409", expected a whole number, 0 to 65535
          2 | HEAD~{EV,UC,'e':'close-in','code':65536}      | "code" is 65536, expected a whole number, 0 to 65535
          2 | HEAD~{EV,UC,'e':'step-sent','decides':'yes'}  | "decides" is "yes", expected true or false
          2 | HEAD~{EV,UC,'e':'frame-in','text':{}}         | "text" is {, expected a text
          3 | HEAD~{EV,'e':'case-begin'}~[1]                | expected an event with "t" and "e"
          3 | HEAD~{EV,'e':'case-begin'}~~{EV,'e':'case-end'} | expected an event with "t" and "e"
          """)
  void isRefusedWithLineAndReason(int line, String text, String reason) throws IOException {
    Path file = folder.resolve("some.jsonl");
    Files.writeString(
        file,
        text.replace("HEAD", HEAD)
            .replace("EV", EVENT)
            .replace("UC", CONN)
            .replace('\'', '"')
            .replace('~', '\n'));
    String message = refusal(file);
    assertTrue(message.startsWith(file + ":" + line + ": " + reason), message);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertEquals("no history there: " + folder.resolve("x"), refusal(folder.resolve("x")));
    assertTrue(refusal(folder).startsWith("no history there: " + folder.resolve("history")));
  }

  @Test
  void aGzipFileThatIsNoneAtAllIsNamed() throws IOException {
    Path file = folder.resolve("some.jsonl.gz");
    Files.writeString(file, "hello");
    assertEquals(file + ":1: cannot be read: Not in GZIP format", refusal(file));
    Files.write(file, new byte[0]);
    assertEquals(file + ":1: empty, expected a history", refusal(file));
  }

  @Test
  void aGzipFileThatIsDamagedIsNamedWithTheLine() throws IOException {
    byte[] packed = packed(1000);
    packed[packed.length - 6] ^= 1;
    Path file = Files.write(folder.resolve("some.jsonl.gz"), packed);
    String message = refusal(file);
    assertTrue(message.matches(".*gz:\\d+: cannot be read: Corrupt GZIP trailer"), message);
    packed[packed.length / 2] ^= 1;
    packed[packed.length / 2 + 1] ^= 1;
    Files.write(file, packed);
    assertTrue(refusal(file).matches(".*some.jsonl.gz:\\d+: .*"), refusal(file));
  }

  @Test
  void whatIsLeftOfAFileThatWasCutOffIsRead() throws Exception {
    byte[] packed = packed(1000);
    Path file = folder.resolve("some.jsonl.gz");
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));
    List<Event> events = new ArrayList<>();
    HistoryReader.Contents half = HistoryReader.contents(file, events::add);
    assertTrue(half.cut() && events.size() > 100 && events.size() < 900, half + " of 1000");
    assertEquals(events.size() + 1, half.lines());
    Path plain = folder.resolve("some.jsonl");
    String lines = HEAD + "\n{" + EVENT + ",'e':'case-begin'}\n{" + EVENT + ",'e':'cas";
    Files.writeString(plain, lines.replace('\'', '"'));
    events.clear();
    HistoryReader.Contents two = HistoryReader.contents(plain, events::add);
    assertTrue(two.cut() && events.size() == 1 && two.lines() == 2, two.toString());
    Files.writeString(plain, (lines + "e-end'}").replace('\'', '"'));
    assertFalse(HistoryReader.contents(plain, e -> {}).cut(), "only the last line feed is missing");
  }

  @Test
  void aFileMayBeCutOffAnywhere() throws Exception {
    String line = "{" + EVENT + "," + CONN + ",'e':'frame-in','utf8':true,'text':'ü€𝄞'}";
    byte[] head = (HEAD + "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    byte[] bytes = (HEAD + "\n" + line).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("some.jsonl");
    for (int size = head.length + 1; size < bytes.length; size++) {
      Files.write(file, Arrays.copyOf(bytes, size));
      HistoryReader.Contents rest = HistoryReader.contents(file, e -> {});
      assertTrue(rest.cut() && rest.lines() == 1, rest + " of " + size + " bytes");
    }
  }

  private static byte[] packed(int events) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write((HEAD.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < events; i++) {
        String line = "{'t':" + i * 7919L + ",'case':'A1.x'," + CONN + ",'e':'fin-in'}\n";
        out.write(line.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }

  @Test
  void bytesThatAreNoUtf8AreNamedWithTheLine() throws IOException {
    String lines =
        HEAD + "\n{" + EVENT + ",'e':'case-begin'}\n{" + EVENT + ",'e':'case-end','text':'#'}\n";
    byte[] bytes = lines.replace('\'', '"').getBytes(StandardCharsets.US_ASCII);
    bytes[lines.indexOf('#')] = (byte) 0xC3;
    Path file = Files.write(folder.resolve("some.jsonl"), bytes);
    assertTrue(refusal(file).startsWith(file + ":3: not JSON: Invalid UTF-8"), refusal(file));
  }

  @Test
  void aLineWithoutEndIsNamed() throws IOException {
    String head = HEAD.replace('\'', '"') + "\n";
    Path file = Files.writeString(folder.resolve("some.jsonl"), head + "x".repeat(2_000_000));
    assertEquals(file + ":2: longer than 1048576 bytes", refusal(file));
  }

  @Test
  void bytesThatAreNoTextAreNoHistory() throws IOException {
    Path file = Files.write(folder.resolve("some.jsonl"), new byte[] {0, -1, -128, 10, 7});
    assertEquals(file + ":1: not the first line of a history", refusal(file));
  }

  private static String refusal(Path file) {
    return assertThrows(HistoryException.class, () -> HistoryReader.read(file, e -> {}))
        .getMessage();
  }
}
