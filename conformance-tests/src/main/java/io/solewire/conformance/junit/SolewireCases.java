package io.solewire.conformance.junit;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds the tests of a class that is annotated with {@link Solewire}: one for each case, and one
 * that counts them.
 *
 * <p>The suite runs once, as {@code ./solewire conform} runs it, with up to 32 cases side by side
 * whatever JUnit's own settings are. Then each test tells what came of its case: a broken MUST
 * fails, a broken SHOULD is printed and fails where it is strict, what could not be observed fails
 * with the reason, and what the profile does not enable is aborted with the key.
 */
@ExtendWith(CaseProvider.class)
public interface SolewireCases {

  /**
   * One case.
   *
   * @param outcome what came of it
   */
  @TestTemplate
  default void solewire(CaseOutcome outcome) {
    outcome.tell();
  }
}
