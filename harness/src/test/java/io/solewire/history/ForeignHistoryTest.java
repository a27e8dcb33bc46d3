package io.solewire.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is no history is refused with its name, the line and the reason. */
class ForeignHistoryTest {

  private static final String HEAD = "{'format':1,'seed':1,'profile':'{}'}";

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
          2 | HEAD~oops~{}                                            | not JSON
          2 | HEAD~{'t':1,'e':'admitted'}{'t':2,'e':'fin-in'}~{}      | not JSON
          2 | HEAD~{}                                                 | expected an event with "t" and "e"
          2 | HEAD~{'t':1.5,'e':'admitted'}                           | expected an event with "t" and "e"
          2 | HEAD~{'t':1,'e':'exploded'}                             | unknown event "exploded"
          2 | HEAD~{'t':1,'e':'close-in','code':'4409'}               | expected a whole number in "code"
          3 | HEAD~{'t':1,'e':'fin-in'}~[1]                           | expected an event with "t" and "e"
          3 | HEAD~{'t':1,'e':'fin-in'}~~{'t':1,'e':'fin-in'}         | expected an event with "t" and "e"
          """)
  void isRefusedWithLineAndReason(int line, String text, String reason) throws IOException {
    Path file = folder.resolve("some.jsonl");
    Files.writeString(file, text.replace("HEAD", HEAD).replace('\'', '"').replace('~', '\n'));
    String message = refusal(file);
    assertTrue(message.startsWith(file + ":" + line + ": " + reason), message);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertEquals("no history there: " + folder.resolve("x"), refusal(folder.resolve("x")));
    assertTrue(refusal(folder).startsWith("no history there: " + folder.resolve("history")));
  }

  @Test
  void aGzipFileThatIsNoneOrCutOffIsNamed() throws IOException {
    Path file = folder.resolve("some.jsonl.gz");
    Files.writeString(file, "hello");
    assertEquals(file + ":1: cannot be read: Not in GZIP format", refusal(file));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write((HEAD.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1000; i++) {
        String line = "{\"t\":" + i * 7919L + ",\"e\":\"fin-in\"}\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    String message = refusal(file);
    assertTrue(message.matches(".*some.jsonl.gz:\\d+: cannot be read: Unexpected end.*"), message);
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
