package io.solewire.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "acme.yaml",
        "key=a,b:c@d/e-f_1",
        "",
        "ws://h/ws?user={user}&a=1",
        "OuterTest$Nested",
        "a1..a2 connect",
        "it's; rm -rf $HOME `id` \\ \"*\" ~ #",
        "two\nlines",
        "größer"
      })
  void aWordIsReadByAShellAsTheTextThatItWas(String text) throws Exception {
    Process sh =
        new ProcessBuilder("sh", "-c", "printf '[%s]' " + Shell.word(text))
            .redirectErrorStream(true)
            .start();
    String read = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(sh.waitFor(10, TimeUnit.SECONDS), "sh did not end within 10 s");
    assertEquals("[" + text + "]", read);
  }

  @Test
  void whatAShellLeavesAloneHasNoQuotes() {
    assertEquals("ws://127.0.0.1:8080/ws", Shell.word("ws://127.0.0.1:8080/ws"));
  }
}
