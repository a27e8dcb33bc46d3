package io.solewire.conformance.junit;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Holds the tests of a class that is annotated with {@link Solewire}: one for each case, named by
 * its id, and one that counts them.
 *
 * <p>The suite runs once, as {@code ./solewire conform} runs it, with up to 32 cases side by side
 * whatever JUnit's own settings are. Then each test tells what came of its case: a broken MUST
 * fails, a broken SHOULD is printed and fails where it is strict, what could not be observed fails
 * with the reason, and what the profile does not enable is aborted with the key, as is a failure
 * that {@link Solewire#knownFailing} lists with its reason. What keeps the suite from running at
 * all is one failure.
 */
public interface SolewireCases {

  /**
   * Runs the suite and tells what came of each case. The suite has a hard limit of its own; that of
   * JUnit only keeps a shorter default from cutting it off.
   *
   * @return one test for each case, and the one that counts
   * @throws SolewireException if the suite cannot be run: all that is wrong is in its message
   */
  @TestFactory
  @Timeout(value = 6, unit = TimeUnit.HOURS)
  default Stream<DynamicTest> solewire() {
    return CaseTests.of(this);
  }
}
