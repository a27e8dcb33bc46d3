package io.solewire.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.profile.UrlEscape;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret never reaches the file, wherever it turns up and however it is written. */
class RedactionTest {

  private static final String SECRET = "s3cr+t/ \"ü~*\\>";

  @TempDir private Path folder;

  static Stream<String> forms() {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    String form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    return Stream.of(
        SECRET,
        form,
        form.toLowerCase(Locale.ROOT),
        UrlEscape.COMPONENT.apply(SECRET),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        SECRET.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void neverReachesTheFile(String form) throws Exception {
    String text = "before " + form + " after";
    Header header = new Header(1, 1, 1, text, "ws://h/?t=" + form, "d", "{\"x\":\"" + text + "\"}");
    try (History history = History.begin(folder, header, new Redactor(Set.of(SECRET)), () -> 0)) {
      Segment segment = history.segment("A1.x");
      Detail detail = new Detail(1000, null, null, null, null, text, text, null, null, null, text);
      segment.record(new Event(1, "A1.x", text, "c1", EventKind.CLOSE_IN, detail));
      segment.record(HistoryTest.event(2, "A1.x", EventKind.FRAME_IN, Detail.note(text)));
      history.merge();
    }
    String file = Files.readString(folder.resolve("history.jsonl"));
    assertFalse(file.contains(SECRET.substring(0, 4)), file);
    assertFalse(file.contains("czNjc"), file);
    Header read =
        HistoryReader.read(
            folder,
            e -> {
              assertEquals("before *** after", e.detail().text());
            });
    assertEquals("before *** after", read.target());
    assertEquals("ws://h/?t=***", read.url());
    assertEquals("{\"x\":\"before *** after\"}", read.profile());
  }

  /** The text is shortened before it is cleaned. */
  @ParameterizedTest(name = "{0} characters of it are left")
  @ValueSource(ints = {3, 7, 13})
  void neverReachesTheFileWhenItsEndIsCutOff(int left) {
    String text = "x".repeat(Detail.MAX_TEXT - left) + SECRET + "rest";
    String cleaned = new Redactor(Set.of(SECRET)).clean(Detail.note(text).text());
    assertEquals("x".repeat(Detail.MAX_TEXT - left) + "***…", cleaned);
  }

  @Test
  void aTextThatIsCutElsewhereStaysAsItIs() {
    String text = Detail.note("y".repeat(600)).text();
    assertEquals(text, new Redactor(Set.of(SECRET)).clean(text));
  }

  @Test
  void aSecretThatLooksLikeTheFormatDoesNotBreakIt() throws Exception {
    Header header = new Header(1, 1, 1, "t", "ws://h/1", "1", "{\"profile\":1}");
    Set<String> values = Set.of("1", "\"", "format", "e");
    try (History history = History.begin(folder, header, new Redactor(values), () -> 0)) {
      history.segment("A1.x").record(HistoryTest.event(1, "A1.x", EventKind.FIN_IN, Detail.NONE));
      history.merge();
    }
    Header read = HistoryReader.read(folder, e -> {});
    assertEquals("ws://h/***", read.url());
    assertEquals(1, read.seed());
  }

  @Test
  void longerSecretsAreTakenOutFirstAndEmptyOnesNotAtAll() {
    Redactor redactor = new Redactor(Set.of("abc", "abcdef", ""));
    assertEquals("*** ***", redactor.clean("abcdef abc"));
    assertEquals("nothing", redactor.clean("nothing"));
    assertEquals(null, redactor.clean((String) null));
    assertTrue(List.of("x", "").stream().allMatch(t -> Redactor.NONE.clean(t).equals(t)));
  }
}
