package io.solewire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.solewire.result.ExitCode;

/**
 * A command that has ended.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Ended(int code, String out, String err) {

  Ended with(ExitCode expected) {
    assertEquals(expected.number(), code, this::text);
    assertFalse(text().contains("\tat "), this::text);
    assertFalse(text().contains("solewire failed"), this::text);
    return this;
  }

  Ended saying(String words) {
    assertTrue(text().contains(words), () -> "expected '" + words + "' in\n" + text());
    return this;
  }

  private String text() {
    return out + err;
  }
}
